package orm.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.api.expression.Column;
import orm.api.expression.Order;
import orm.engine.plan.ColumnModel;
import orm.engine.plan.StoredValue;
import orm.engine.plan.TableModel;
import orm.engine.plan.TableModels;
import orm.spi.convert.TypeConverter;

/**
 * The values of sort keys as cursors have them: those of the user's types in their stored form. One
 * converter serves the reading of a page from its beginning to its end.
 */
final class CursorValues {
  private final List<@Nullable ColumnModel> converted = new ArrayList<>();

  CursorValues(List<Order> order, TableModels models) {
    for (Order key : order) {
      converted.add(key.by() instanceof Column<?, ?> column ? converted(column, models) : null);
    }
  }

  /** The model of a column that has a converter; null for any other. */
  private static @Nullable ColumnModel converted(Column<?, ?> column, TableModels models) {
    if (!column.source().isEntity()) {
      return null;
    }
    TableModel table = models.of(column.source().mapping());
    return table.columns().stream()
        .filter(model -> model.converter() != null)
        .filter(model -> model.schema().name().equals(column.name()))
        .findFirst()
        .orElse(null);
  }

  List<@Nullable Object> stored(List<@Nullable Object> place) {
    List<@Nullable Object> stored = new ArrayList<>(place.size());
    for (int i = 0; i < place.size(); i++) {
      ColumnModel model = converted.get(i);
      Object value = place.get(i);
      stored.add(
          model == null || value == null
              ? value
              : StoredValue.of(model.place(), model.type(), model.converter(), value));
    }
    return stored;
  }

  List<@Nullable Object> read(List<@Nullable Object> stored) {
    List<@Nullable Object> place = new ArrayList<>(stored.size());
    for (int i = 0; i < stored.size(); i++) {
      ColumnModel model = converted.get(i);
      TypeConverter<?, ?> converter = model == null ? null : model.converter();
      Object value = stored.get(i);
      place.add(
          model == null || converter == null || value == null
              ? value
              : StoredValue.read(model.place(), converter, StoredValue.plain(model.type(), value)));
    }
    return place;
  }
}
