// Generated from demo.page.Sales; edit that record instead.
package demo.page;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import orm.api.expression.ComparableColumn;
import orm.api.expression.NumberColumn;
import orm.api.expression.Selectable;
import orm.api.expression.Source;
import orm.api.model.Table;
import orm.spi.mapping.Row;

/** Rows of {@link Sales}. */
@Generated("orm.processor")
@NullMarked
public final class Sales_ extends Table<Sales> {
  /** Column {@code author_id}. */
  public final NumberColumn<Sales, Long> authorId =
      new NumberColumn<>(super.source, "author_id", Long.class);

  /** Column {@code revenue}. */
  public final NumberColumn<Sales, BigDecimal> revenue =
      new NumberColumn<>(super.source, "revenue", BigDecimal.class);

  /** Column {@code sold}. */
  public final NumberColumn<Sales, Long> copies =
      new NumberColumn<>(super.source, "sold", Long.class);

  /** Column {@code source}. */
  public final ComparableColumn<Sales, Character> source =
      new ComparableColumn<>(super.source, "source", Character.class);

  /** Makes the rows of a query, for {@code asTable} and the like. */
  public Sales_(Source<Sales> source) {
    super("sales", source, Mapping::read, List.of("author_id", "revenue", "sold", "source"));
  }

  /** Makes {@link Sales} of these parts. */
  public static Selectable<Sales> row(
      Selectable<Long> authorId,
      Selectable<BigDecimal> revenue,
      Selectable<Long> copies,
      Selectable<Character> source) {
    return Selectable.of(Mapping::read, List.<Selectable<?>>of(authorId, revenue, copies, source));
  }

  @NullUnmarked
  private static final class Mapping {
    static Sales read(Row row) {
      return new Sales(
          row.nextLong(),
          row.nextDecimal(),
          Optional.ofNullable(row.nextLongOrNull()),
          row.nextChar());
    }
  }
}
