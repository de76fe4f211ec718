package orm.test.chinook;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.api.expression.NumberColumn;
import orm.api.expression.Selectable;
import orm.api.expression.Source;
import orm.api.expression.TextColumn;
import orm.api.model.Table;
import orm.spi.mapping.Row;

/** Rows of {@link Spender}. */
final class Spender_ extends Table<Spender_.Spender> {
  /**
   * What a customer spent.
   *
   * @param country where the customer lives
   * @param customer the number of the customer
   * @param name the family name
   * @param spent the sum of the invoices
   * @param place among the customers of the country
   */
  record Spender(
      @Nullable String country, int customer, String name, BigDecimal spent, long place) {}

  final TextColumn<Spender> country = new TextColumn<>(source, "country");
  final NumberColumn<Spender, Integer> customer =
      new NumberColumn<>(source, "customer", Integer.class);
  final TextColumn<Spender> name = new TextColumn<>(source, "name");
  final NumberColumn<Spender, BigDecimal> spent =
      new NumberColumn<>(source, "spent", BigDecimal.class);
  final NumberColumn<Spender, Long> place = new NumberColumn<>(source, "place", Long.class);

  Spender_(Source<Spender> source) {
    super(
        "spender",
        source,
        Spender_::read,
        List.of("country", "customer", "name", "spent", "place"));
  }

  /** A {@link Spender} made of these parts. */
  static Selectable<Spender> row(
      Selectable<String> country,
      Selectable<Integer> customer,
      Selectable<String> name,
      Selectable<BigDecimal> spent,
      Selectable<Long> place) {
    return Selectable.of(Spender_::read, List.of(country, customer, name, spent, place));
  }

  private static Spender read(Row row) {
    return new Spender(
        row.nextTextOrNull(), row.nextInt(), row.nextText(), row.nextDecimal(), row.nextLong());
  }
}
