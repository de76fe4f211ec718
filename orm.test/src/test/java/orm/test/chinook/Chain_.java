package orm.test.chinook;

import java.util.List;
import orm.api.expression.NumberColumn;
import orm.api.expression.Selectable;
import orm.api.expression.Source;
import orm.api.expression.TextColumn;
import orm.api.model.Table;
import orm.spi.mapping.Row;

/** Rows of {@link Chain}. */
final class Chain_ extends Table<Chain_.Chain> {
  /**
   * Where an employee stands.
   *
   * @param employee the number of the employee
   * @param depth how many others stand above
   * @param path the family names from the top
   */
  record Chain(int employee, int depth, String path) {}

  final NumberColumn<Chain, Integer> employee =
      new NumberColumn<>(source, "employee", Integer.class);
  final NumberColumn<Chain, Integer> depth = new NumberColumn<>(source, "depth", Integer.class);
  final TextColumn<Chain> path = new TextColumn<>(source, "path");

  Chain_(Source<Chain> source) {
    super("chain", source, Chain_::read, List.of("employee", "depth", "path"));
  }

  /** A {@link Chain} made of these parts. */
  static Selectable<Chain> row(
      Selectable<Integer> employee, Selectable<Integer> depth, Selectable<String> path) {
    return Selectable.of(Chain_::read, List.of(employee, depth, path));
  }

  private static Chain read(Row row) {
    return new Chain(row.nextInt(), row.nextInt(), row.nextText());
  }
}
