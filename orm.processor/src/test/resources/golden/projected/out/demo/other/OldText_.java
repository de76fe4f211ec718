// Generated from demo.other.OldText; edit that record instead.
package demo.other;

import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import orm.api.expression.NumberColumn;
import orm.api.expression.Selectable;
import orm.api.expression.Source;
import orm.api.model.Shape;
import orm.api.model.Table;
import orm.spi.mapping.Row;

/** Rows of {@link OldText}. */
@Generated("orm.processor")
@NullMarked
@SuppressWarnings("deprecation")
final class OldText_ extends Table<OldText> {
  /** Fetches {@link OldText} for rows of {@link Old}. */
  public static final Shape<Old, OldText> SHAPE = Shape.of(Old_.OLD, OldText_::shape);

  /** Column {@code id}. */
  public final NumberColumn<OldText, Integer> id = new NumberColumn<>(source, "id", Integer.class);

  /** Makes the rows of a query, for {@code asTable} and the like. */
  public OldText_(Source<OldText> source) {
    super("old_text", source, Mapping::read, List.of("id"));
  }

  /** Makes {@link OldText} of these parts. */
  public static Selectable<OldText> row(Selectable<Integer> id) {
    return Selectable.of(Mapping::read, List.<Selectable<?>>of(id));
  }

  private static Selectable<OldText> shape(Old_ old) {
    return row(old.id);
  }

  @NullUnmarked
  private static final class Mapping {
    static OldText read(Row row) {
      return new OldText(row.nextInt());
    }
  }
}
