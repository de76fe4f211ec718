package orm.test.chinook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import orm.api.Database;
import orm.api.query.Query;
import orm.test.database.DatabaseKind;

/**
 * A question to the music shop, asked twice: through the ORM, and as somebody would type it.
 *
 * @param title the question
 * @param query asks it through the ORM
 * @param flat takes a row apart into the rows that SQL gives: one, or one for each element of lists
 * @param postgres asks PostgreSQL
 * @param sqlite asks SQLite, with the names of PostgreSQL
 */
record Question<R>(
    String title,
    Function<Database, Query<R>> query,
    Function<R, List<List<@Nullable Object>>> flat,
    String postgres,
    String sqlite) {

  /** A question whose rows are flat, and that both databases understand alike. */
  static <R> Question<R> of(
      String title,
      Function<Database, Query<R>> query,
      Function<R, List<@Nullable Object>> cells,
      String sql) {
    return of(title, query, cells, sql, sql);
  }

  /** A question whose rows are flat. */
  static <R> Question<R> of(
      String title,
      Function<Database, Query<R>> query,
      Function<R, List<@Nullable Object>> cells,
      String postgres,
      String sqlite) {
    return new Question<>(title, query, row -> List.of(cells.apply(row)), postgres, sqlite);
  }

  /** The cells of one row. */
  static List<@Nullable Object> cells(@Nullable Object... values) {
    return Arrays.asList(values);
  }

  /** Every element beside the cells that come before it; where there is none, a row of nulls. */
  static List<List<@Nullable Object>> beside(
      List<@Nullable Object> before, List<List<@Nullable Object>> elements, int width) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (List<@Nullable Object> element : elements.isEmpty() ? List.of(nulls(width)) : elements) {
      List<@Nullable Object> row = new ArrayList<>(before);
      row.addAll(element);
      rows.add(row);
    }
    return rows;
  }

  private static List<@Nullable Object> nulls(int width) {
    return Arrays.asList(new @Nullable Object[width]);
  }

  /** The question as it is typed for a database. */
  String sql(DatabaseKind kind) {
    return kind == DatabaseKind.POSTGRES ? postgres : sqlite;
  }

  @Override
  public String toString() {
    return title;
  }
}
