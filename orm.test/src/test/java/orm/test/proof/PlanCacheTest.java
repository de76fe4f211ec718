package orm.test.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static orm.api.expression.Expressions.param;
import static orm.test.proof.Part_.PART;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import orm.api.Database;
import orm.api.expression.Param;
import orm.api.query.Select;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/** Queries that differ in their values only share one plan, whose text is sent each time. */
class PlanCacheTest {
  private static final Param<Integer> LEAST = param("least", Integer.class);

  private static final Select<Integer> ABOVE =
      Select.from(PART).where(PART.id.ge(LEAST)).select(PART.id);

  private static void assertOneText(TestDatabase test, int runs) {
    List<String> statements = test.statements();
    assertEquals(runs, statements.size());
    Set<String> texts = new HashSet<>(statements);
    assertEquals(1, texts.size(), texts::toString);
  }

  @EachDatabase
  void listsOfAllLengthsShareOnePlan(TestDatabase test) {
    Database db = Proof.open(test);
    int[] sizes = {1, 2, 3, 5, 8, 13, 100, 999, 1000, 1001, 4999, 5000};
    for (int size : sizes) {
      List<Integer> ids = IntStream.rangeClosed(1, size).boxed().toList();
      assertEquals(
          Math.min(size, Stock.PARTS),
          db.from(PART).where(PART.id.in(ids)).list().size());
    }
    assertOneText(test, sizes.length);
    for (int size : sizes) {
      List<String> names = IntStream.range(0, size).mapToObj(i -> "none " + i).toList();
      assertEquals(
          Stock.PARTS, db.from(PART).where(PART.name.notIn(names)).list().size());
    }
    assertOneText(test, sizes.length);
  }

  @EachDatabase
  void everyLengthUpToALimitSharesOnePlan(TestDatabase test) {
    Database db = Proof.open(test);
    int most = Proof.runs(200, 5_000);
    for (int size = 1; size <= most; size++) {
      List<Integer> ids = IntStream.rangeClosed(1, size).boxed().toList();
      assertEquals(
          Math.min(size, Stock.PARTS), db.from(PART).where(PART.id.in(ids)).count());
    }
    assertOneText(test, most);
  }

  @EachDatabase
  void valuesDoNotMultiplyPlans(TestDatabase test) {
    Database db = Proof.open(test);
    for (int i = 0; i < 50; i++) {
      db.from(PART)
          .where(
              PART.rank.eq(i),
              PART.price.between(BigDecimal.valueOf(i), new BigDecimal("99.5")),
              PART.name.like("%" + i),
              PART.label.coalesce("" + i).ne("x"))
          .orderBy(PART.size.plus(i).asc())
          .offset(1 + i)
          .select(PART.size.times(i))
          .list();
    }
    assertOneText(test, 50);
    for (int i = 0; i < 50; i++) {
      assertEquals(
          Math.max(0, Stock.PARTS - i),
          db.query(ABOVE).bind(LEAST, i + 1).list().size());
    }
    assertOneText(test, 50);
  }
}
