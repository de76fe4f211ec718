package orm.test.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static orm.api.expression.Expressions.least;
import static orm.api.expression.Expressions.row;
import static orm.api.expression.Expressions.when;
import static orm.test.proof.Maker_.MAKER;
import static orm.test.proof.Part_.PART;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.api.Database;
import orm.api.error.InvalidQueryException;
import orm.api.error.ValueException;
import orm.api.model.Ref;
import orm.api.query.Select;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/** What the random proofs have found, in the smallest form, so that it stays found. */
class FoundTest {
  private static Part part(int id, String price, String rate, String name, @Nullable Ref<Part> up) {
    return new Part(
        id,
        id,
        id,
        (long) id,
        new BigDecimal(price),
        new BigDecimal(rate),
        true,
        LocalDate.of(2000, 1, 31),
        name,
        name,
        null,
        up);
  }

  private static Database shelf(TestDatabase test) {
    Database db = test.with(List.of(MAKER, PART));
    db.insertAll(
        PART,
        List.of(
            part(1, "1.50", "1.5", "b", null),
            part(2, "2.50", "9", "B", PART.ref(1)),
            part(3, "3.50", "9", "a", PART.ref(1)),
            part(4, "3.50", "9", "a", PART.ref(2))));
    return db;
  }

  @EachDatabase
  void weeksAreMultipliedBeforeTheyBecomeText(TestDatabase test) {
    Database db = shelf(test);
    assertEquals(
        LocalDate.of(2000, 2, 14),
        db.from(PART)
            .where(PART.id.eq(1))
            .select(PART.made.plus(2, ChronoUnit.WEEKS))
            .one());
  }

  @EachDatabase
  void anInnerJoinBehindALeftOneLeavesRowsOut(TestDatabase test) {
    Database db = shelf(test);
    Part_ pieces = PART.pieces();
    assertEquals(
        List.of(4),
        db.from(PART)
            .leftJoin(pieces)
            .join(pieces.pieces())
            .select(pieces.pieces().id)
            .list());
  }

  @EachDatabase
  void decimalsOfAChoiceHaveOneScale(TestDatabase test) {
    Database db = shelf(test);
    List<BigDecimal> found = new ArrayList<>();
    db.from(PART)
        .orderBy(PART.id.asc())
        .select(when(PART.id.eq(1), new BigDecimal("0.125")).otherwise(new BigDecimal("16.5")))
        .forEach(found::add);
    assertEquals(
        List.of("0.125", "16.5", "16.5", "16.5"),
        found.stream().map(d -> d.stripTrailingZeros().toPlainString()).toList());
  }

  @EachDatabase
  void decimalsOfSubqueriesAreComparedByValue(TestDatabase test) {
    Database db = shelf(test);
    Part_ other = PART.as("other");
    assertEquals(
        List.of(1),
        db.from(PART)
            .where(PART.rate.in(Select.from(other).select(other.price)))
            .select(PART.id)
            .list());
    assertEquals(
        List.of(2, 3, 4),
        db.from(PART)
            .where(PART.price.notIn(Select.from(other).select(other.rate)))
            .orderBy(PART.id.asc())
            .select(PART.id)
            .list());
  }

  @EachDatabase
  void distinctRowsAreSortedByText(TestDatabase test) {
    Database db = shelf(test);
    assertEquals(
        List.of("B", "a", "b"),
        db.from(PART).distinct().orderBy(PART.name.asc()).select(PART.name).list());
    assertEquals(
        List.of("a"),
        db.from(PART)
            .distinct()
            .orderBy(PART.name.asc())
            .limit(1)
            .offset(1)
            .select(PART.name)
            .list());
  }

  @EachDatabase
  void differentCombinationsAreSortedByColumnsOfTheFirst(TestDatabase test) {
    Database db = shelf(test);
    Part_ other = PART.as("other");
    Select<Integer> all = Select.from(PART).select(PART.id);
    Select<Integer> some = Select.from(other).where(other.id.gt(2)).select(other.id);
    assertEquals(
        List.of(4, 3),
        db.query(all.unionAll(all).intersect(some).orderBy(PART.id.desc())).list());
  }

  @EachDatabase
  void foldedTextStandsBesideComparedText(TestDatabase test) {
    Database db = shelf(test);
    assertEquals(
        List.of("BB", "Aa"),
        db.from(PART)
            .where(PART.id.in(List.of(2, 3)), PART.name.le(PART.name.lower()))
            .orderBy(PART.id.asc())
            .select(row(
                    PART.name.upper().concat(least(PART.name, PART.label)),
                    PART.name.upper().concat(PART.name.lower().nullIf("b").coalesce("")))
                .into((a, b) -> a.equals("BB") ? a : b))
            .list());
    assertEquals(
        List.of("a"),
        db.from(PART)
            .groupBy(PART.name)
            .having(PART.name.max().between(PART.name.lower(), PART.name.lower()))
            .having(PART.name.min().ge(PART.name.join("")).not())
            .select(PART.name)
            .list());
  }

  @EachDatabase
  void nullDividedByZeroIsNullAndAllElseAnErrorOfOneType(TestDatabase test) {
    Database db = shelf(test);
    var nothing = PART.size.nullIf(1);
    assertEquals(
        1, db.from(PART).where(PART.id.eq(1), nothing.dividedBy(0).isNull()).count());
    assertThrows(
        ValueException.class,
        () -> db.from(PART).where(PART.size.dividedBy(0).isNull()).count());
    assertThrows(
        ValueException.class,
        () -> db.from(PART)
            .select(PART.size.remainder(PART.size.minus(PART.size)))
            .list());
  }

  @EachDatabase
  void aGroupStaysWholeInsideAnotherValue(TestDatabase test) {
    Database db = shelf(test);
    var key = PART.size.coalesce(0);
    assertEquals(
        List.of(1, 2, 3, 4),
        db.from(PART).groupBy(key).orderBy(key.asc()).select(key.coalesce(6)).list());
  }

  @EachDatabase
  void longAliasesAreCheckedBeforeTheyAreShortened(TestDatabase test) {
    Database db = shelf(test);
    Part_ other = PART.as("a".repeat(100) + "\0");
    assertThrows(
        InvalidQueryException.class, () -> db.from(PART).crossJoin(other).list());
  }
}
