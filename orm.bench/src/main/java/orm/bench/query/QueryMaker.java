package orm.bench.query;

import java.util.List;
import orm.bench.store.Contestant;

/**
 * How one contestant makes a query of five predicates, two joins, an order and a limit, on SQLite.
 * Nothing is sent.
 */
public interface QueryMaker extends AutoCloseable {
  /** The limit of the constant query. */
  int LIMIT = 20;

  /** What would be sent: the text, and the values apart from it. */
  record Written(String text, List<?> values) {}

  /** Opens a contestant. */
  static QueryMaker open(Contestant contestant) {
    return switch (contestant) {
      case JDBC -> new TextQuery();
      case ORM -> new OrmQuery();
      case JOOQ -> new JooqQuery();
      default -> throw new IllegalArgumentException(contestant + " makes no queries");
    };
  }

  /** Builds the query, and no text yet. */
  Object build(Wanted wanted, int limit);

  /** Builds the query and writes its text. */
  Written write(Wanted wanted, int limit);

  /** Writes the text of a query that was built once, for a limit of {@link #LIMIT}. */
  Written writeConstant(Wanted wanted);

  @Override
  void close();
}
