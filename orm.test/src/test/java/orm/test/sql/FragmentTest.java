package orm.test.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static orm.api.expression.Expressions.row;
import static orm.api.expression.Expressions.value;
import static orm.test.bookshop.Measure_.MEASURE;

import java.util.List;
import orm.api.Database;
import orm.api.error.InvalidQueryException;
import orm.api.expression.Condition;
import orm.api.expression.NumberExpression;
import orm.api.expression.TextExpression;
import orm.api.sql.Sql;
import orm.test.bookshop.Measure;
import orm.test.database.DatabaseKind;
import orm.test.database.EachDatabase;
import orm.test.database.Only;
import orm.test.database.TestDatabase;

/** Fragments of text stand wherever a typed query takes an expression. */
class FragmentTest {
  private static Database measures(TestDatabase test) {
    Database db = test.with(List.of(MEASURE));
    db.insertAll(
        MEASURE,
        List.of(
            new Measure(1, 1.5, "one"), new Measure(2, 2.5, "Two"), new Measure(3, 3.5, "three")));
    return db;
  }

  @EachDatabase
  void aConditionFiltersAndKeepsToItself(TestDatabase test) {
    Database db = measures(test);
    Condition either = Sql.condition("{0} = {1} or {0} = {2}", MEASURE.id, value(1), value(3));
    assertEquals(2, db.from(MEASURE).where(either).count());
    assertEquals(1, db.from(MEASURE).where(either, MEASURE.id.gt(1)).count());
    assertEquals(1, db.from(MEASURE).where(either.not()).count());
    assertEquals(3, db.from(MEASURE).where(either.or(MEASURE.id.eq(2))).count());
  }

  @EachDatabase
  void valuesInHolesAreBound(TestDatabase test) {
    Database db = measures(test);
    Condition hostile = Sql.condition("{0} = {1}", MEASURE.note, value("' or '1' = '1"));
    assertEquals(0, db.from(MEASURE).where(hostile).count());
    Condition same = Sql.condition("lower({0}) = lower({1})", MEASURE.note, value("TWO"));
    assertEquals(2, db.from(MEASURE).where(same).one().id());
    Condition other = Sql.condition("lower({0}) = lower({1})", MEASURE.note, value("ONE"));
    assertEquals(1, db.from(MEASURE).where(other).one().id());
  }

  @EachDatabase
  void fragmentsAreSelectedSortedAndPutIntoEachOther(TestDatabase test) {
    Database db = measures(test);
    NumberExpression<Integer> last = Sql.number(Integer.class, "{0} % 3", MEASURE.id);
    TextExpression loud = Sql.text("upper({0}) || '{{?}}' /* :not */", MEASURE.note);
    assertEquals(
        List.of("THREE{?} 0", "ONE{?} 1", "TWO{?} 2"),
        db.from(MEASURE)
            .orderBy(last.asc())
            .select(row(loud, last).into((text, number) -> text + " " + number))
            .list());
    assertEquals(
        List.of(4, 5, 6),
        db.from(MEASURE)
            .orderBy(MEASURE.id.asc())
            .select(Sql.expression(Integer.class, "{0} + {1}", MEASURE.id, value(3)))
            .list());
    TextExpression nested = Sql.text("substr({0}, 1, {1})", loud, value(2));
    assertEquals(
        List.of("TW"), db.from(MEASURE).where(last.eq(2)).select(nested).list());
  }

  @EachDatabase
  void aFragmentCannotBreakTheQueryAroundIt(TestDatabase test) {
    Database db = measures(test);
    for (String text : List.of("{0} = 1; delete from measure", "'{0}' = '1'", "{0} = :a")) {
      Condition broken = Sql.condition(text, MEASURE.id);
      assertThrows(
          InvalidQueryException.class, () -> db.from(MEASURE).where(broken).count(), text);
    }
    Condition commented = Sql.condition("{0} = 1 --", MEASURE.id);
    assertEquals(0, db.from(MEASURE).where(commented, MEASURE.id.eq(2)).count());
    assertEquals(3, db.from(MEASURE).count());
  }

  @EachDatabase
  @Only(value = DatabaseKind.POSTGRES, because = "SQLite has no operators with question marks")
  void operatorsWithQuestionMarksReachTheDatabase(TestDatabase test) {
    Database db = measures(test);
    Condition has = Sql.condition(
        "jsonb_build_object({0}, 1) ? {1} and '{{\"a\": 1}}'::jsonb ?| array['a', '?']",
        MEASURE.note, value("one"));
    assertEquals(1, db.from(MEASURE).where(has).one().id());
  }
}
