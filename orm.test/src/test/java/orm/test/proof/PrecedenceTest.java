package orm.test.proof;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import orm.test.proof.Origin.Kind;

/** Operators inside operators keep the meaning with which they were put together. */
class PrecedenceTest {
  private static final int DEPTH = 5;

  @Test
  void nestedOperatorsKeepTheirMeaning() {
    Campaign.run(PrecedenceTest.class, Proof.runs(300, 20_000), PrecedenceTest::nested);
  }

  private static Ask nested(Random random) {
    while (true) {
      AskGenerator queries = new AskGenerator(random);
      Columns columns = new Columns(
          random, List.of(new Columns.Seen(queries.nextOrigin(), Stock.PART_LAYOUT, "")));
      TermGenerator terms = new TermGenerator(random, new WithoutQueries(columns), queries);
      Type[] types = {Type.BOOL, Type.BOOL, Type.INT, Type.LONG, Type.DECIMAL, Type.TEXT};
      Origin part = Origin.table(0, Kind.FIRST, Stock.PART_LAYOUT, null);
      Term id = TermGenerator.column(0, List.of(), Stock.PART_LAYOUT.field("id"));
      try {
        Term term = terms.rich(types[random.nextInt(types.length)], DEPTH);
        List<Term> where =
            random.nextBoolean() ? List.of() : List.of(terms.condition(2), terms.condition(2));
        return Ask.rows(List.of(part), where, List.of(id, term));
      } catch (AskGenerator.NoSuchColumn tryAgain) {
        // the next attempt begins with other random numbers
      }
    }
  }
}
