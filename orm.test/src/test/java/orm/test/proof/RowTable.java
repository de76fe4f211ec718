package orm.test.proof;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.api.expression.BooleanColumn;
import orm.api.expression.ComparableColumn;
import orm.api.expression.Expression;
import orm.api.expression.NumberColumn;
import orm.api.expression.Selectable;
import orm.api.expression.Source;
import orm.api.expression.TextColumn;
import orm.api.expression.TimeColumn;
import orm.api.model.Table;
import orm.spi.mapping.Row;
import orm.spi.mapping.RowReader;
import orm.test.proof.Origin.Field;
import orm.test.proof.Origin.Layout;

/** The rows of a query as a table, whatever its columns. */
final class RowTable extends Table<List<@Nullable Object>> {
  private final Layout layout;

  RowTable(Source<List<@Nullable Object>> source, Layout layout) {
    super(
        "row",
        source,
        row -> {
          throw new IllegalStateException("proofs read columns, not rows");
        },
        layout.columns().stream().map(Field::name).toList());
    this.layout = layout;
  }

  /** The column of a name. */
  Expression<?> column(String name) {
    return switch (layout.field(name).type()) {
      case KEY -> new ComparableColumn<>(source, name, Integer.class);
      case INT -> new NumberColumn<>(source, name, Integer.class);
      case LONG -> new NumberColumn<>(source, name, Long.class);
      case DECIMAL -> new NumberColumn<>(source, name, BigDecimal.class);
      case TEXT -> new TextColumn<>(source, name);
      case BOOL -> new BooleanColumn<>(source, name);
      case DATE -> new TimeColumn<>(source, name, LocalDate.class);
      case DOUBLE -> new NumberColumn<>(source, name, Double.class);
    };
  }

  /** Selects all parts, in a list. */
  static Selectable<List<@Nullable Object>> row(List<? extends Selectable<?>> parts) {
    List<RowReader<?>> readers = new ArrayList<>();
    parts.forEach(part -> readers.add(part.reader()));
    return Selectable.of(row -> read(row, readers), parts);
  }

  private static List<@Nullable Object> read(Row row, List<RowReader<?>> readers) {
    List<@Nullable Object> values = new ArrayList<>();
    readers.forEach(reader -> values.add(row.nextPart(reader)));
    return Collections.unmodifiableList(values);
  }
}
