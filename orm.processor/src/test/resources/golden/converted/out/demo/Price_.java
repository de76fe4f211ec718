// Generated from demo.Price; edit that record instead.
package demo;

import java.util.Optional;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import orm.api.expression.Column;
import orm.api.expression.Source;
import orm.api.model.EntityTable;
import orm.api.model.Ref;
import orm.api.model.RefColumn;
import orm.api.model.UniqueKey;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;

/** Table {@code price}, whose rows are {@link Price}. */
@Generated("orm.processor")
@NullMarked
public final class Price_ extends EntityTable<Price, Price.Sku> {
  /** The table under its own name. */
  public static final Price_ PRICE = new Price_(Source.root());

  /** Column {@code sku}. */
  public final Column<Price, Price.Sku> sku = new Column<>(source, "sku", Price.Sku.class);

  /** Column {@code amount}. */
  public final Column<Price, Price.Money> amount =
      new Column<>(source, "amount", Price.Money.class);

  /** Column {@code old}. */
  public final Column<Price, Price.Money> old = new Column<>(source, "old", Price.Money.class);

  /** Column {@code next}. */
  public final Column<Price, Price.Money> next = new Column<>(source, "next", Price.Money.class);

  /** Column {@code other}. */
  public final Column<Price, Price.Sku> other = new Column<>(source, "other", Price.Sku.class);

  /** Column {@code base_id}. */
  public final RefColumn<Price, Price, Price.Sku> base =
      new RefColumn<>(this, "base", Mapping::priceKey);

  /** Finds a row by {@code other}. */
  public final UniqueKey<Price, Price.Sku> byOther = new UniqueKey<>(this, other);

  /** What may be null; compilers do not see it in the class file of the record. */
  static final String NULLABLE_COMPONENTS = "old, base";

  private @Nullable Price_ basePath;

  /** Makes an instance of the table, for a path or an alias. */
  public Price_(Source<Price> source) {
    super("price", source, Mapping.INSTANCE);
  }

  @Override
  public Price_ as(String alias) {
    return new Price_(source.as(alias));
  }

  @Override
  public EntityTable<?, ?> target(String component) {
    return switch (component) {
      case "base" -> Price_.PRICE;
      default -> super.target(component);
    };
  }

  /** The row that {@code base} leads to, joined if it is used. */
  public Price_ base() {
    Price_ path = basePath;
    if (path == null) {
      path = new Price_(base.path());
      basePath = path;
    }
    return path;
  }

  /** A copy to be changed: {@code Price_.edit(price).amount(…).done()}. */
  public static Edit edit(Price price) {
    return new Edit(price);
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Price, Price.Sku> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Price read(Row row) {
      return new Price(
          row.next(Price.Sku.class),
          row.next(Price.Money.class),
          row.nextOrNull(Price.Money.class),
          Optional.ofNullable(row.nextOrNull(Price.Money.class)),
          row.next(Price.Sku.class),
          Price_.PRICE.refOrNull(row.nextOrNull(Price.Sku.class)));
    }

    @Override
    public void write(Price price, Binder out) {
      out.bind(price.sku());
      out.bind(price.amount());
      out.bind(price.old());
      out.bind(price.next().orElse(null));
      out.bind(price.other());
      out.bind(Price_.PRICE.keyOrNull(price.base()));
    }

    @Override
    public Price beforeInsert(Price price, Stamp stamp) {
      return price;
    }

    @Override
    public Price beforeUpdate(Price price, Stamp stamp) {
      return price;
    }

    @Override
    public Price withGenerated(Price price, Row row) {
      return price;
    }

    @Override
    public Price withNextVersion(Price price) {
      return price;
    }

    @Override
    public Price.Sku key(Price price) {
      return price.sku();
    }

    @Override
    public void writeKey(Price.Sku key, Binder out) {
      out.bind(key);
    }

    @Override
    public String schema() {
      return """
          table price
          column sku converted(demo.Price$Sku)
          column amount converted(demo.Price$Money)
          column old converted(demo.Price$Money) null
          column next converted(demo.Price$Money) null
          column other converted(demo.Price$Sku)
          column base_id converted(demo.Price$Sku) component base null
          primary key (sku)
          unique price_other_key (other)
          reference base (base_id) -> price (sku)
          """;
    }

    @Override
    public String schemaHash() {
      return "9bf196ac45ad3cc1";
    }

    static Price.Sku priceKey(Row row) {
      return row.nextOrNull(Price.Sku.class);
    }
  }

  /** Changes components of {@link Price} one by one. */
  public static final class Edit {
    private Price.Sku sku;
    private Price.Money amount;
    private Price.@Nullable Money old;
    private Optional<Price.Money> next;
    private Price.Sku other;
    private @Nullable Ref<Price> base;

    private Edit(Price price) {
      sku = price.sku();
      amount = price.amount();
      old = price.old();
      next = price.next();
      other = price.other();
      base = price.base();
    }

    /** Changes {@code sku}. */
    public Edit sku(Price.Sku sku) {
      this.sku = sku;
      return this;
    }

    /** Changes {@code amount}. */
    public Edit amount(Price.Money amount) {
      this.amount = amount;
      return this;
    }

    /** Changes {@code old}. */
    public Edit old(Price.@Nullable Money old) {
      this.old = old;
      return this;
    }

    /** Changes {@code next}. */
    public Edit next(Optional<Price.Money> next) {
      this.next = next;
      return this;
    }

    /** Changes {@code other}. */
    public Edit other(Price.Sku other) {
      this.other = other;
      return this;
    }

    /** Changes {@code base}. */
    public Edit base(@Nullable Ref<Price> base) {
      this.base = base;
      return this;
    }

    /** {@return the record with the changes} */
    public Price done() {
      return new Price(sku, amount, old, next, other, base);
    }
  }
}
