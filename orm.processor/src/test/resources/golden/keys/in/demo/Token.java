package demo;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Entity;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;

/** Has a key that the engine makes. */
@Entity
public record Token(@Id @Generated(Generated.Strategy.UUID) @Nullable UUID id, int uses) {}
