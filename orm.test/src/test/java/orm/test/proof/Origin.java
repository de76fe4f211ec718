package orm.test.proof;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of a query come from.
 *
 * @param id stands for it in terms; no two of a query and its subqueries are the same
 * @param kind how it joins what came before
 * @param table its columns
 * @param on which rows belong together; null where the kind wants no condition
 * @param way the path that it follows; null where it is a table or a query
 * @param rows the query whose rows these are; null where it is a table
 * @param common whether that query is written before the statement
 */
record Origin(
    int id,
    Kind kind,
    Layout table,
    @Nullable Term on,
    Term.@Nullable Way way,
    @Nullable Ask rows,
    boolean common) {
  /** How an origin joins what came before. */
  enum Kind {
    FIRST,
    INNER,
    LEFT,
    RIGHT,
    FULL,
    CROSS
  }

  static Origin table(int id, Kind kind, Layout table, @Nullable Term on) {
    return new Origin(id, kind, table, on, null, null, false);
  }

  static Origin way(Term.Way way, Kind kind, Layout table) {
    return new Origin(way.origin(), kind, table, null, way, null, false);
  }

  Origin withOn(@Nullable Term changed) {
    return new Origin(id, kind, table, changed, way, rows, common);
  }

  Origin withRows(Ask changed) {
    return new Origin(id, kind, table, on, way, changed, common);
  }

  /**
   * The columns of an origin.
   *
   * @param entity the entity; null where they are those of a query
   * @param columns the columns
   */
  record Layout(@Nullable String entity, List<Field> columns) {
    Field field(String name) {
      return columns.stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
    }
  }

  /** One column. */
  record Field(String name, Type type, int scale, double bound) {}

  @Override
  public String toString() {
    String from = rows != null
        ? (common ? "common" : "table") + "(" + rows + ")"
        : way != null
            ? "t" + way.parent() + "." + way.name() + "()"
            : String.valueOf(table.entity());
    return kind + " " + from + " t" + id + (on == null ? "" : " ON " + on);
  }
}
