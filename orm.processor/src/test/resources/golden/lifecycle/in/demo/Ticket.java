package demo;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.CreatedBy;
import orm.api.annotation.Entity;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;
import orm.api.annotation.SoftDelete;
import orm.api.annotation.UpdatedBy;

/** Has all that the engine fills in beside times and versions. */
@Entity
public record Ticket(
    @Id @Generated(by = "ulid") @Nullable String id,
    @Generated(by = "number") @Nullable Long number,
    @CreatedBy String opener,
    @UpdatedBy @Nullable UUID editor,
    @SoftDelete @Nullable Instant closed) {}
