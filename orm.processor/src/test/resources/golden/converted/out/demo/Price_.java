// Generated from demo.Price; edit that record instead.
package demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import orm.api.expression.Column;
import orm.api.expression.ComparableColumn;
import orm.api.expression.JsonColumn;
import orm.api.expression.ListColumn;
import orm.api.expression.Source;
import orm.api.json.Json;
import orm.api.model.EntityTable;
import orm.api.model.Ref;
import orm.api.model.RefColumn;
import orm.api.model.UniqueKey;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.JsonConversion;
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

  /** Column {@code steps}. */
  public final ListColumn<Price, Price.Money> steps =
      new ListColumn<>(source, "steps", Price.Money.class);

  /** Column {@code more}. */
  public final ListColumn<Price, Price.Money> more =
      new ListColumn<>(source, "more", Price.Money.class);

  /** Column {@code colour}. */
  public final ComparableColumn<Price, Price.Colour> colour =
      new ComparableColumn<>(source, "colour", row -> row.nextOrNull(Price.Colour.class));

  /** Column {@code lasts}. */
  public final ComparableColumn<Price, Duration> lasts =
      new ComparableColumn<>(source, "lasts", row -> row.nextOrNull(Duration.class));

  /** Column {@code amount_of_all}. */
  public final ComparableColumn<Price, Price.Amount> amountOfAll =
      new ComparableColumn<>(source, "amount_of_all", Price.Amount.class);

  /** Column {@code terms}. */
  public final JsonColumn<Price, Price.Terms> terms =
      new JsonColumn<>(
          source,
          "terms",
          Mapping::termsOrNull,
          (value, conversion) -> Mapping.termsDocument(value, conversion));

  /** Column {@code former}. */
  public final JsonColumn<Price, List<Price.Terms>> former =
      new JsonColumn<>(
          source,
          "former",
          Mapping::formerOrNull,
          (value, conversion) -> Mapping.formerDocument(value, conversion));

  /** Column {@code base_id}. */
  public final RefColumn<Price, Price, Price.Sku> base =
      new RefColumn<>(this, "base", Mapping::priceKey);

  /** Finds a row by {@code other}. */
  public final UniqueKey<Price, Price.Sku> byOther = new UniqueKey<>(this, other);

  /** What may be null; compilers do not see it in the class file of the record. */
  static final String NULLABLE_COMPONENTS = "old, more, terms, base";

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
          row.nextList(Price.Money.class),
          priceMoneyArray(row.nextListOrNull(Price.Money.class)),
          row.next(Price.Colour.class),
          row.next(Duration.class),
          row.next(Price.Amount.class),
          termsOrNull(row),
          list(row.nextJson(), element -> termsFromJson(element, row)),
          Price_.PRICE.refOrNull(row.nextOrNull(Price.Sku.class)));
    }

    @Override
    public void write(Price price, Binder out) {
      out.bind(price.sku());
      out.bind(price.amount());
      out.bind(price.old());
      out.bind(price.next().orElse(null));
      out.bind(price.other());
      out.bind(price.steps());
      out.bind(priceMoneyList(price.more()));
      out.bind(price.colour());
      out.bind(price.lasts());
      out.bind(price.amountOfAll());
      out.bind(termsDocument(price.terms(), out));
      out.bind(formerDocument(price.former(), out));
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
          column steps list(converted(demo.Price$Money))
          column more list(converted(demo.Price$Money)) null
          column colour converted(demo.Price$Colour)
          column lasts converted(java.time.Duration)
          column amount_of_all converted(demo.Price$Amount)
          column terms json null
          column former json
          column base_id converted(demo.Price$Sku) component base null
          primary key (sku)
          unique price_other_key (other)
          reference base (base_id) -> price (sku)
          """;
    }

    @Override
    public String schemaHash() {
      return "d2160d0ee702ee7c";
    }

    static Price.Terms termsOrNull(Row row) {
      Json json = row.nextJsonOrNull();
      if (json == null) {
        return null;
      }
      return termsFromJson(json, row);
    }

    static Json termsDocument(Price.Terms value, JsonConversion conversion) {
      if (value == null) {
        return null;
      }
      return termsToJson(value, conversion);
    }

    static List<Price.Terms> formerOrNull(Row row) {
      Json json = row.nextJsonOrNull();
      if (json == null) {
        return null;
      }
      return list(json, element -> termsFromJson(element, row));
    }

    static Json formerDocument(List<Price.Terms> value, JsonConversion conversion) {
      if (value == null) {
        return null;
      }
      return array(value, element -> termsToJson(element, conversion));
    }

    static Price.Sku priceKey(Row row) {
      return row.nextOrNull(Price.Sku.class);
    }

    static Price.Money[] priceMoneyArray(List<Price.Money> list) {
      if (list == null) {
        return null;
      }
      Price.Money[] array = new Price.Money[list.size()];
      for (int i = 0; i < array.length; i++) {
        array[i] = list.get(i);
      }
      return array;
    }

    static Price.Terms termsFromJson(Json json, JsonConversion conversion) {
      if (json.isNull()) {
        return null;
      }
      return new Price.Terms(
          conversion.fromJson(Price.Money.class, json.get("deposit")),
          list(json.get("steps"), element -> conversion.fromJson(Price.Money.class, element)),
          Optional.ofNullable(conversion.fromJson(Price.Colour.class, json.get("colour"))),
          map(json.get("lasts"), element -> conversion.fromJson(Duration.class, element)),
          termsFromJson(json.get("earlier"), conversion),
          orNull(json.get("plain"), Json::text));
    }

    static <T> List<T> list(Json json, Function<Json, T> fromJson) {
      if (json.isNull()) {
        return null;
      }
      return json.elements().stream().map(fromJson).toList();
    }

    static List<Price.Money> priceMoneyList(Price.Money[] array) {
      if (array == null) {
        return null;
      }
      List<Price.Money> list = new ArrayList<>(array.length);
      for (Price.Money element : array) {
        list.add(element);
      }
      return list;
    }

    static Json termsToJson(Price.Terms value, JsonConversion conversion) {
      if (value == null) {
        return Json.ofNull();
      }
      return Json.object()
          .put("deposit", conversion.toJson(Price.Money.class, value.deposit()))
          .put(
              "steps",
              array(value.steps(), element -> conversion.toJson(Price.Money.class, element)))
          .put("colour", conversion.toJson(Price.Colour.class, value.colour().orElse(null)))
          .put(
              "lasts", object(value.lasts(), element -> conversion.toJson(Duration.class, element)))
          .put("earlier", termsToJson(value.earlier(), conversion))
          .put("plain", Json.of(value.plain()))
          .build();
    }

    static <T> Json array(List<T> values, Function<T, Json> toJson) {
      if (values == null) {
        return Json.ofNull();
      }
      return Json.array(values.stream().map(toJson).toList());
    }

    static <T> Map<String, T> map(Json json, Function<Json, T> fromJson) {
      if (json.isNull()) {
        return null;
      }
      if (!(json instanceof Json.JsonObject object)) {
        throw new IllegalStateException("expected a JSON object");
      }
      Map<String, T> map = new LinkedHashMap<>();
      object.members().forEach((member, value) -> map.put(member, fromJson.apply(value)));
      return Collections.unmodifiableMap(map);
    }

    static <T> T orNull(Json json, Function<Json, T> fromJson) {
      return json.isNull() ? null : fromJson.apply(json);
    }

    static <T> Json object(Map<String, T> values, Function<T, Json> toJson) {
      if (values == null) {
        return Json.ofNull();
      }
      Json.ObjectBuilder object = Json.object();
      values.forEach((member, value) -> object.put(member, toJson.apply(value)));
      return object.build();
    }
  }

  /** Changes components of {@link Price} one by one. */
  public static final class Edit {
    private Price.Sku sku;
    private Price.Money amount;
    private Price.@Nullable Money old;
    private Optional<Price.Money> next;
    private Price.Sku other;
    private List<Price.Money> steps;
    private Price.Money @Nullable [] more;
    private Price.Colour colour;
    private Duration lasts;
    private Price.Amount amountOfAll;
    private Price.@Nullable Terms terms;
    private List<Price.Terms> former;
    private @Nullable Ref<Price> base;

    private Edit(Price price) {
      sku = price.sku();
      amount = price.amount();
      old = price.old();
      next = price.next();
      other = price.other();
      steps = price.steps();
      more = price.more();
      colour = price.colour();
      lasts = price.lasts();
      amountOfAll = price.amountOfAll();
      terms = price.terms();
      former = price.former();
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

    /** Changes {@code steps}. */
    public Edit steps(List<Price.Money> steps) {
      this.steps = steps;
      return this;
    }

    /** Changes {@code more}. */
    public Edit more(Price.Money @Nullable [] more) {
      this.more = more;
      return this;
    }

    /** Changes {@code colour}. */
    public Edit colour(Price.Colour colour) {
      this.colour = colour;
      return this;
    }

    /** Changes {@code lasts}. */
    public Edit lasts(Duration lasts) {
      this.lasts = lasts;
      return this;
    }

    /** Changes {@code amountOfAll}. */
    public Edit amountOfAll(Price.Amount amountOfAll) {
      this.amountOfAll = amountOfAll;
      return this;
    }

    /** Changes {@code terms}. */
    public Edit terms(Price.@Nullable Terms terms) {
      this.terms = terms;
      return this;
    }

    /** Changes {@code former}. */
    public Edit former(List<Price.Terms> former) {
      this.former = former;
      return this;
    }

    /** Changes {@code base}. */
    public Edit base(@Nullable Ref<Price> base) {
      this.base = base;
      return this;
    }

    /** {@return the record with the changes} */
    public Price done() {
      return new Price(
          sku,
          amount,
          old,
          next,
          other,
          steps,
          more,
          colour,
          lasts,
          amountOfAll,
          terms,
          former,
          base);
    }
  }
}
