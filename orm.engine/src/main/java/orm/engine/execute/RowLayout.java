package orm.engine.execute;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.MappingException;
import orm.engine.plan.Converters;
import orm.engine.plan.RowShape;
import orm.spi.dialect.ValueCodec;

/**
 * How the columns of a result that nobody planned meet the reader of its rows. Immutable; each
 * execution matches anew, because only the database knows what a text selects.
 */
public final class RowLayout {
  private final Converters converters;
  private final String entity;
  private final List<String> names;
  private final @Nullable RowShape shape;

  private RowLayout(
      Converters converters, String entity, List<String> names, @Nullable RowShape shape) {
    this.converters = converters;
    this.entity = entity;
    this.names = names;
    this.shape = shape;
  }

  /**
   * Takes the columns from left to right, whatever they are.
   *
   * @param converters the converters that are there
   * @return the layout
   */
  public static RowLayout inOrder(Converters converters) {
    return new RowLayout(converters, "", List.of(), null);
  }

  /**
   * Takes the columns by their labels, in any order and case.
   *
   * @param converters the converters that are there
   * @param entity what a row is, for messages
   * @param names the labels that must be there, in the order of the reader
   * @param shape the types of the columns in that order; null where they are not known
   * @return the layout
   */
  public static RowLayout byLabel(
      Converters converters, String entity, List<String> names, @Nullable RowShape shape) {
    return new RowLayout(converters, entity, List.copyOf(names), shape);
  }

  /** Looks at the columns of a result. */
  JdbcRow open(ResultSet rows, ValueCodec codec) throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    List<String> labels = new ArrayList<>(columns.getColumnCount());
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      labels.add(columns.getColumnLabel(i));
    }
    if (names.isEmpty()) {
      return new JdbcRow(rows, codec, RowShape.ofLabels(labels), null, converters);
    }
    int[] order = match(labels);
    RowShape known = shape == null ? RowShape.ofLabels(places()) : shape;
    return new JdbcRow(rows, codec, known, order, shape == null ? converters : null);
  }

  private List<String> places() {
    return names.stream().map(name -> entity + "." + name).toList();
  }

  /** The position of each wanted column, from 1. */
  private int[] match(List<String> labels) {
    Map<String, Integer> positions = new HashMap<>();
    List<String> surplus = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      if (positions.putIfAbsent(key(labels.get(i)), i + 1) != null) {
        surplus.add(labels.get(i));
      }
    }
    List<String> missing = new ArrayList<>();
    int[] order = new int[names.size()];
    for (int i = 0; i < order.length; i++) {
      Integer position = positions.remove(key(names.get(i)));
      if (position == null) {
        missing.add(names.get(i));
      } else {
        order[i] = position;
      }
    }
    labels.stream().filter(label -> positions.containsKey(key(label))).forEach(surplus::add);
    if (!missing.isEmpty() || !surplus.isEmpty()) {
      throw mismatch(missing, surplus);
    }
    return order;
  }

  private static String key(String label) {
    return label.toLowerCase(Locale.ROOT);
  }

  private MappingException mismatch(List<String> missing, List<String> surplus) {
    String why = missing.isEmpty() ? "" : "it has no column " + String.join(", ", missing);
    if (!surplus.isEmpty()) {
      why += (why.isEmpty() ? "it has" : ", but")
          + " the column "
          + String.join(", ", surplus.stream().distinct().toList())
          + " too many";
    }
    return new MappingException(
        Failure.of(ErrorCode.MAPPING_FAILED, "Cannot read the result into " + entity)
            .because(why)
            .fix("Select each of " + String.join(", ", names) + " once; rename by AS.")
            .at(entity, null));
  }
}
