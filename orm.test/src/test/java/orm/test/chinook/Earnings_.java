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

/** Rows of {@link Earnings}. */
final class Earnings_ extends Table<Earnings_.Earnings> {
  /**
   * What the tracks of an artist brought.
   *
   * @param artist the number of the artist
   * @param name the name
   * @param earned the sum of the sales
   */
  record Earnings(int artist, @Nullable String name, BigDecimal earned) {}

  final NumberColumn<Earnings, Integer> artist =
      new NumberColumn<>(source, "artist", Integer.class);
  final TextColumn<Earnings> name = new TextColumn<>(source, "name");
  final NumberColumn<Earnings, BigDecimal> earned =
      new NumberColumn<>(source, "earned", BigDecimal.class);

  Earnings_(Source<Earnings> source) {
    super("earnings", source, Earnings_::read, List.of("artist", "name", "earned"));
  }

  /** An {@link Earnings} made of these parts. */
  static Selectable<Earnings> row(
      Selectable<Integer> artist, Selectable<String> name, Selectable<BigDecimal> earned) {
    return Selectable.of(Earnings_::read, List.of(artist, name, earned));
  }

  private static Earnings read(Row row) {
    return new Earnings(row.nextInt(), row.nextTextOrNull(), row.nextDecimal());
  }
}
