package orm.test.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static orm.test.proof.Maker_.MAKER;
import static orm.test.proof.Part_.PART;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.api.Database;
import orm.api.error.ErrorCode;
import orm.api.error.ValueException;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;
import orm.test.proof.Origin.Kind;

/** What does not fit its type is an error on every database, and everything else is exact. */
class OverflowTest {
  private static final long[] LONGS = {
    Long.MIN_VALUE, Long.MIN_VALUE + 1, -3037000500L, -1, 0, 1, 7, 3037000500L, Long.MAX_VALUE
  };

  private static final int[] INTS = {
    Integer.MIN_VALUE, Integer.MIN_VALUE + 1, -46341, -1, 0, 1, 7, 46341, Integer.MAX_VALUE
  };

  private static final List<Op> OPERATORS =
      List.of(Op.PLUS, Op.MINUS, Op.TIMES, Op.DIVIDED_BY, Op.REMAINDER);

  private static Database edges(TestDatabase test) {
    Database db = test.with(List.of(MAKER, PART));
    for (int i = 0; i < LONGS.length; i++) {
      db.insert(
          PART, new Part(i, i, INTS[i], LONGS[i], null, null, null, null, null, "x", null, null));
    }
    return db;
  }

  @EachDatabase
  void arithmeticIsExactOrAnError(TestDatabase test) {
    Database db = edges(test);
    List<String> different = new ArrayList<>();
    for (int i = 0; i < LONGS.length; i++) {
      for (int j = 0; j < LONGS.length; j++) {
        for (Op operator : OPERATORS) {
          compare(db, i, operator, Type.LONG, LONGS[i], LONGS[j], different);
          compare(db, i, operator, Type.INT, INTS[i], INTS[j], different);
        }
      }
      for (Op operator : List.of(Op.NEGATED, Op.ABS)) {
        compare(db, i, operator, Type.LONG, LONGS[i], null, different);
        compare(db, i, operator, Type.INT, INTS[i], null, different);
      }
    }
    assertEquals(List.of(), different);
  }

  private static void compare(
      Database db,
      int id,
      Op operator,
      Type type,
      Object left,
      @Nullable Object right,
      List<String> different) {
    Term column = TermGenerator.column(
        0, List.of(), Stock.PART_LAYOUT.field(type == Type.INT ? "size" : "weight"));
    Term term = right == null
        ? Term.of(operator, type, column)
        : Term.of(operator, type, column, Term.with(Op.LITERAL, type, right));
    String expected;
    try {
      expected = "" + Functions.strict(term, right == null ? List.of(left) : List.of(left, right));
    } catch (ArithmeticException overflow) {
      expected = "error";
    }
    Term key = TermGenerator.column(0, List.of(), Stock.PART_LAYOUT.field("id"));
    Term one = Term.of(Op.EQ, Type.BOOL, key, Term.with(Op.LITERAL, Type.KEY, id));
    Origin part = Origin.table(0, Kind.FIRST, Stock.PART_LAYOUT, null);
    String found = answer(db, Ask.rows(List.of(part), List.of(one), List.of(term)));
    if (!expected.equals(found)) {
      different.add(left + " " + operator + " " + right + " is " + expected + ", not " + found);
    }
    // and where it is not selected but compared
    Term isThere = Term.of(Op.IS_NOT_NULL, Type.BOOL, term);
    String compared = answer(db, Ask.rows(List.of(part), List.of(one, isThere), List.of(key)));
    if (!compared.equals(expected.equals("error") ? "error" : "" + id)) {
      different.add(left + " " + operator + " " + right + " as a condition gives " + compared);
    }
  }

  private static String answer(Database db, Ask ask) {
    try {
      return "" + db.query(Translation.of(ask)).one().get(0);
    } catch (ValueException overflow) {
      return overflow.code() == ErrorCode.OUT_OF_RANGE ? "error" : overflow.toString();
    }
  }
}
