package orm.test.shop;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.CreatedAt;
import orm.api.annotation.Entity;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;
import orm.api.annotation.UpdatedAt;
import orm.api.model.Ref;

/** What was sent, with references of two columns. */
@Entity
public record Delivery(
    @Id @Generated(Generated.Strategy.UUID) @Nullable UUID id,
    Ref<OrderLine> line,
    @Nullable Ref<OrderLine> instead,
    @CreatedAt @Nullable Instant created,
    @UpdatedAt @Nullable Instant updated) {}
