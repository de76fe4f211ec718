package orm.itest.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Entity;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;
import orm.api.annotation.Numeric;
import orm.api.annotation.Version;
import orm.api.model.Ref;

/** A thing on a shelf. */
@Entity
public record Item(
    @Id @Generated @Nullable Long id,
    String name,
    @Numeric(precision = 10, scale = 2) BigDecimal price,
    @Nullable Instant arrived,
    UUID code,
    Ref<Shelf> shelf,
    @Version long version) {}
