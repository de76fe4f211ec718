package demo;

import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.CreatedAt;
import orm.api.annotation.Embeddable;
import orm.api.annotation.UpdatedAt;

/** Stamps as a part. */
@Embeddable
public record Audit(
    @CreatedAt @Nullable Instant created, @UpdatedAt @Nullable Instant updated, LocalDateTime read) {}
