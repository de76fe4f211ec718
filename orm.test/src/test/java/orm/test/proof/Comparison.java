package orm.test.proof;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orm.api.Database;
import orm.api.error.OrmException;
import orm.api.error.UnsupportedQueryException;
import orm.test.database.DatabaseKind;

/** Runs a query on every database and in memory, and tells where the answers differ. */
final class Comparison {
  private final Evaluator evaluator;
  private final Map<DatabaseKind, Database> databases;

  Comparison(Evaluator evaluator, Map<DatabaseKind, Database> databases) {
    this.evaluator = evaluator;
    this.databases = databases;
  }

  /**
   * What came of a query.
   *
   * @param problem how it failed; empty where all agree
   * @param refused whether a database refused it, and said why
   * @param details everything to see
   */
  record Outcome(String problem, boolean refused, String details) {
    boolean isGood() {
      return problem.isEmpty();
    }
  }

  Outcome of(Ask ask) {
    List<List<@Nullable Object>> expected = evaluator.rows(ask);
    StringBuilder details = new StringBuilder(ask.toString());
    details.append("\n  evaluated: ").append(expected);
    StringBuilder problem = new StringBuilder();
    boolean refused = false;
    for (Map.Entry<DatabaseKind, Database> entry : databases.entrySet()) {
      Database db = entry.getValue();
      details.append("\n  ").append(entry.getKey());
      try {
        var query = db.query(Translation.of(ask));
        details.append(": ").append(query.text());
        List<List<@Nullable Object>> found = query.list();
        details.append("\n    gave ").append(found);
        if (!same(expected, found, ask.total())) {
          problem.append(entry.getKey()).append(" differs ");
        }
      } catch (UnsupportedQueryException unsupported) {
        refused = true;
        details.append("\n    refused: ").append(unsupported.getMessage());
      } catch (OrmException
          | IllegalStateException
          | IllegalArgumentException
          | ClassCastException
          | NullPointerException failed) {
        problem.append(entry.getKey()).append(' ').append(failed.getClass().getSimpleName());
        details.append("\n    failed: ").append(failed);
      }
    }
    return new Outcome(problem.toString(), refused, details.toString());
  }

  /** Takes smaller queries as long as they fail alike. */
  Outcome shrunk(Ask ask, Outcome first) {
    Outcome smallest = first;
    Ask at = ask;
    int attempts = 0;
    boolean progress = true;
    while (progress && attempts < 4_000) {
      progress = false;
      for (Ask smaller : at.smaller()) {
        attempts++;
        Outcome outcome = attempt(smaller);
        if (outcome.problem().equals(first.problem()) && !outcome.isGood()) {
          at = smaller;
          smallest = outcome;
          progress = true;
          break;
        }
      }
    }
    return smallest;
  }

  /** A smaller query may be none at all. */
  private Outcome attempt(Ask ask) {
    try {
      return of(ask);
    } catch (RuntimeException senseless) {
      return new Outcome("", false, "");
    }
  }

  static boolean same(
      List<List<@Nullable Object>> expected, List<List<@Nullable Object>> found, boolean ordered) {
    if (expected.size() != found.size()) {
      return false;
    }
    List<List<@Nullable Object>> left = new ArrayList<>(expected);
    List<List<@Nullable Object>> right = new ArrayList<>(found);
    if (!ordered) {
      Comparator<List<@Nullable Object>> anyOrder = Comparator.comparing(
          row -> String.valueOf(row.stream().map(Comparison::rounded).toList()));
      left.sort(anyOrder);
      right.sort(anyOrder);
    }
    for (int i = 0; i < left.size(); i++) {
      if (!sameRow(left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameRow(List<@Nullable Object> left, List<@Nullable Object> right) {
    for (int i = 0; i < left.size(); i++) {
      if (!String.valueOf(rounded(left.get(i))).equals(String.valueOf(rounded(right.get(i))))) {
        return false;
      }
      Object value = left.get(i);
      Object other = right.get(i);
      if (value != null && other != null && value.getClass() != other.getClass()) {
        return false;
      }
    }
    return left.size() == right.size();
  }

  /** Decimals without their zeros; means as far as both databases compute them alike. */
  private static Object rounded(@Nullable Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    } else if (value instanceof Double mean) {
      return String.format(Locale.ROOT, "%.8f", mean + 0.0);
    }
    return value == null ? "null" : value;
  }
}
