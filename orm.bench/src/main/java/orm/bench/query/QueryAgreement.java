package orm.bench.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import orm.bench.query.QueryMaker.Written;
import orm.bench.store.Agreement;

/** Checks that a contestant writes a query with the same predicates, joins and order. */
public final class QueryAgreement {
  private QueryAgreement() {}

  /** Writes the query and compares it with what must be written. */
  public static void check(QueryMaker maker) {
    Wanted wanted = new Wanted("NL", "City 3", 120, LocalDate.of(1960, 1, 1), true);
    Written expected = new TextQuery().write(wanted, QueryMaker.LIMIT);
    equal(expected, maker.write(wanted, QueryMaker.LIMIT));
    equal(expected, maker.writeConstant(wanted));
    equal(new TextQuery().write(wanted, 7), maker.write(wanted, 7));
  }

  private static void equal(Written expected, Written actual) {
    Agreement.equal("text", plain(expected.text()), plain(actual.text()));
    Agreement.equal("values", texts(expected.values()), texts(actual.values()));
  }

  /** Contestants differ in quotes, capitals and needless parentheses. */
  private static String plain(String sql) {
    return sql.replaceAll("[`\"()]", "").replaceAll("(?i) asc\\b", "").toLowerCase(Locale.ROOT);
  }

  private static List<String> texts(List<?> values) {
    return values.stream().map(String::valueOf).toList();
  }
}
