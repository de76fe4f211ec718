package orm.test.shop;

import org.jspecify.annotations.Nullable;
import orm.api.annotation.Entity;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;

/** A row whose key comes from a sequence. */
@Entity
public record Ticket(
    @Id @Generated(Generated.Strategy.SEQUENCE) @Nullable Long id, String title) {}
