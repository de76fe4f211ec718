package orm.test.convert;

import java.util.Currency;
import orm.api.annotation.Converted;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.model.Ref;

/** A key of a reference to a converted key, and a converted column. */
@Entity
public record Stock(
    @Id Ref<Product> product,
    @Id @Converted Currency market,
    @Converted Money worth) {}
