package orm.bench.query;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import orm.bench.store.Contestant;

/** The contestants write the same query. */
class QueryAgreementTest {
  @ParameterizedTest
  @EnumSource(names = {"JDBC", "ORM", "JOOQ"})
  void everyContestantWritesTheSame(Contestant contestant) {
    try (QueryMaker maker = QueryMaker.open(contestant)) {
      QueryAgreement.check(maker);
    }
  }
}
