package demo;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Embedded;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;

/** Holds stamps in parts. */
@Entity
public record Memo(
    @Id int id, @Embedded Audit audit, @Embedded @Nullable Audit copied, @Embedded Optional<Audit> sent) {}
