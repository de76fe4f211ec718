package demo;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.CreatedAt;
import orm.api.annotation.Entity;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;
import orm.api.annotation.UpdatedAt;

/** Is stamped. */
@Entity
public record Note(
    @Id @Generated(Generated.Strategy.UUID) @Nullable UUID id,
    String text,
    @CreatedAt @Nullable Instant created,
    @UpdatedAt OffsetDateTime updated,
    @Nullable Instant stamp) {}
