package orm.spi.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import orm.api.error.InvalidQueryException;

class SqlCursorTest {
  private static SqlCursor over(String sql) {
    return new SqlCursor(sql, SqlLexerTest.SQLITE);
  }

  @Test
  void keywordsAreFoundInAnyCaseAndNamesAreNone() {
    SqlCursor cursor = over("Create /* not */ TABLE \"not\" -- x\n `a``b` [c]'d''e' f");
    assertFalse(cursor.accept("CREATE", "VIEW"));
    assertTrue(cursor.accept("CREATE", "table"));
    assertFalse(cursor.atAny("not", "\"x\""));
    assertEquals("not", cursor.name());
    assertEquals("a`b", cursor.name());
    assertEquals("c", cursor.name());
    assertEquals("d'e", cursor.name());
    assertEquals("f", cursor.name());
    assertTrue(cursor.atEnd());
    assertFalse(cursor.at("f"));
  }

  @Test
  void blanksBeyondAsciiAreLettersToTheDatabases() {
    SqlCursor cursor = over("a\u2003b\u00a0 \u3000");
    assertEquals("a\u2003b\u00a0", cursor.name());
    assertEquals("\u3000", cursor.name());
  }

  @Test
  void whatIsInParenthesesIsOne() {
    SqlCursor cursor = over("a ( /* x */ b, (')') [)] /* y */ ) c ()");
    cursor.skip();
    assertEquals("b, (')') [)]", cursor.parenthesized());
    cursor.skip();
    assertEquals("", cursor.parenthesized());
    assertTrue(cursor.atEnd());
  }

  @Test
  void parenthesesAroundTheWholeAreTakenAway() {
    String[][] rows = {
      {"((a))", "a"},
      {" ( (a) + (b) ) ", "(a) + (b)"},
      {"(a) + (b)", "(a) + (b)"},
      {"(')') || ('(')", "(')') || ('(')"},
      {"a", "a"},
      {"()", ""}
    };
    for (String[] row : rows) {
      assertEquals(row[1], SqlCursor.withoutParentheses(row[0], SqlLexerTest.SQLITE), row[0]);
    }
  }

  @Test
  void whatIsMissingIsNamedWithItsPlace() {
    SqlCursor cursor = over("a\n b");
    cursor.name();
    refused(() -> cursor.expect("c"), "in line 2, column 2 is b instead of c");
    refused(cursor::parenthesized, "is b instead of (");
    cursor.name();
    refused(cursor::name, "is the end instead of a name");
    refused(() -> over("( a").skip(), "is the end instead of more");
  }

  private static void refused(Runnable reading, String why) {
    String message =
        String.valueOf(assertThrows(InvalidQueryException.class, reading::run).getMessage());
    assertTrue(message.contains(why), message);
  }
}
