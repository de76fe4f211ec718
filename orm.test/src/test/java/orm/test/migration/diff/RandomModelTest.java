package orm.test.migration.diff;

import static org.junit.jupiter.api.Assertions.fail;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orm.api.catalog.Catalog;
import orm.api.catalog.SchemaChange;
import orm.migration.diff.CatalogDiff;
import orm.migration.diff.DiffOptions;
import orm.test.database.DatabaseKind;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;
import orm.test.migration.diff.Model.Column;
import orm.test.migration.diff.Model.Table;

/**
 * A random database with rows becomes another one by its difference, and comes back.
 *
 * <p>{@code -Dorm.proof=full} takes as many pairs as a night may; {@code -Dorm.proof.runs=n} takes
 * n; {@code -Dorm.proof.seed=n} repeats what a failure printed.
 */
class RandomModelTest {
  private static final long SEED = Long.getLong("orm.proof.seed", 20_261_122);
  private static final int RUNS = Integer.getInteger(
      "orm.proof.runs", "full".equals(System.getProperty("orm.proof")) ? 2_000 : 50);

  /** Two lists of edits: the first one makes a model of nothing, the second one another of it. */
  private record Pair(List<Edit> first, List<Edit> second) {
    static Pair random(long seed) {
      Random random = new Random(seed);
      return new Pair(
          Edit.random(random, 4 + random.nextInt(24), true),
          Edit.random(random, 1 + random.nextInt(14), false));
    }
  }

  @EachDatabase
  void oneModelBecomesAnotherAndComesBack(TestDatabase test) throws SQLException {
    try (Bench bench = Bench.open(test.settings())) {
      int changes = 0;
      for (int run = 0; run < RUNS; run++) {
        Pair pair = Pair.random(SEED * 1_000_003 + run);
        Trial trial = new Trial(bench, test.kind());
        String problem = trial.run(pair);
        changes += trial.changes;
        if (problem != null) {
          Pair smallest = shrunk(bench, test.kind(), pair);
          fail(
              "run " + run + ", seed " + SEED + ": " + new Trial(bench, test.kind()).run(smallest));
        }
      }
      System.out.println("RandomModelTest: " + RUNS + " pairs, " + changes + " changes, "
          + test.kind() + ", seed " + SEED);
    }
  }

  /** Leaves out edits as long as it fails. */
  private static Pair shrunk(Bench bench, DatabaseKind kind, Pair failing) throws SQLException {
    Pair smallest = failing;
    boolean smaller = true;
    while (smaller) {
      smaller = false;
      for (int i = 0; i < smallest.first().size() + smallest.second().size(); i++) {
        List<Edit> first = new ArrayList<>(smallest.first());
        List<Edit> second = new ArrayList<>(smallest.second());
        if (i < first.size()) {
          first.remove(i);
        } else {
          second.remove(i - first.size());
        }
        Pair candidate = new Pair(first, second);
        if (new Trial(bench, kind).run(candidate) != null) {
          smallest = candidate;
          smaller = true;
          break;
        }
      }
    }
    return smallest;
  }

  /** One pair on one database. */
  private static final class Trial {
    private final Bench bench;
    private final DatabaseKind kind;
    private final StringBuilder log = new StringBuilder();
    private int changes;

    Trial(Bench bench, DatabaseKind kind) {
      this.bench = bench;
      this.kind = kind;
    }

    /** Tells what is wrong; null for nothing. */
    @Nullable
    String run(Pair pair) throws SQLException {
      Model a = Edit.applied(new Model(), pair.first(), kind, false);
      Model b = Edit.applied(a, pair.second(), kind, true);
      clear();
      bench.run(a.withoutReferences(kind));
      bench.run(a.rows(kind, b));
      bench.run(a.references(kind));
      if (kind == DatabaseKind.SQLITE) {
        bench.run("PRAGMA foreign_keys=ON");
      }
      Catalog wishA = bench.wish(a.statements(kind));
      Catalog wishB = bench.wish(b.statements(kind));
      List<String> valuesA = values(a, b);
      log.append("\n-- A\n").append(String.join(";\n", a.statements(kind)));
      log.append("\n-- B\n").append(String.join(";\n", b.statements(kind)));
      try {
        String wrong = step("A -> B", wishB, a.renamesTo(b));
        if (wrong == null && !values(b, a).equals(valuesA)) {
          wrong = "values differ after A -> B: " + valuesA + " " + values(b, a);
        }
        if (wrong == null) {
          wrong = step("B -> A", wishA, b.renamesTo(a));
        }
        if (wrong == null && !values(a, b).equals(valuesA)) {
          wrong = "values differ after B -> A: " + valuesA + " " + values(a, b);
        }
        return wrong == null ? null : wrong + log;
      } catch (SQLException | RuntimeException failed) {
        return failed + "" + log;
      }
    }

    private @Nullable String step(String name, Catalog wish, DiffOptions options)
        throws SQLException {
      CatalogDiff diff = bench.diff(wish, options);
      changes += diff.changes().size();
      log.append("\n-- ")
          .append(name)
          .append('\n')
          .append(
              diff.changes().stream().map(SchemaChange::text).collect(Collectors.joining("\n")));
      bench.steps(diff).forEach(step -> log.append("\n  ").append(step.sql()));
      bench.migrate(wish, options);
      CatalogDiff again = bench.diff(wish, DiffOptions.exact());
      if (!again.isEmpty()) {
        return name + " leaves "
            + again.changes().stream().map(SchemaChange::text).toList();
      }
      String expected = Bench.picture(wish);
      String found = Bench.picture(bench.read());
      return expected.equals(found) ? null : name + " gives\n" + found + "instead of\n" + expected;
    }

    /** The values of the columns that both models have with one type, by the numbers of rows. */
    private List<String> values(Model model, Model other) throws SQLException {
      List<String> found = new ArrayList<>();
      List<Table> tables = model.tables.values().stream()
          .sorted((one, two) -> Integer.compare(one.id(), two.id()))
          .toList();
      for (Table table : tables) {
        Table there = other.tables.get(table.id());
        if (there == null) {
          continue;
        }
        String columns = table.columns().stream()
            .sorted((one, two) -> Integer.compare(one.id(), two.id()))
            .filter(column -> there.has(column.id()))
            .filter(column -> there.column(column.id()).type() == column.type())
            .filter(column -> there.column(column.id()).computedFrom() == column.computedFrom())
            .map(Column::name)
            .map(Model::quote)
            .collect(Collectors.joining(", "));
        if (!columns.isEmpty()) {
          found.addAll(bench.rows(
              "SELECT " + table.id() + ", " + columns + " FROM " + Model.quote(table.name())
                  + " ORDER BY " + Model.quote(table.key().name())));
        }
      }
      return found;
    }

    /** Foreign keys are off afterwards where they can be, so that rows may come in any order. */
    private void clear() throws SQLException {
      if (kind == DatabaseKind.POSTGRES) {
        bench.run("DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
        return;
      }
      bench.run("PRAGMA foreign_keys=OFF");
      for (String name : bench.rows("SELECT name FROM sqlite_schema WHERE type = 'view'")) {
        bench.run("DROP VIEW " + Model.quote(name));
      }
      for (String name : bench.rows(
          "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")) {
        bench.run("DROP TABLE " + Model.quote(name));
      }
    }
  }
}
