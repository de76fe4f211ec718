package orm.test.shop;

import java.util.Currency;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Converted;
import orm.api.annotation.Entity;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;
import orm.api.annotation.OneToMany;

/** What somebody wants, in a currency that a converter keeps. */
@Entity(table = "order")
@OneToMany(name = "lines", target = OrderLine.class, mappedBy = "order")
public record Order(
    @Id @Generated @Nullable Long id,
    String customer,
    @Converted @Nullable Currency currency) {}
