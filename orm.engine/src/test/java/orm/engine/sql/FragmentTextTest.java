package orm.engine.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static orm.engine.sql.TestLexers.POSTGRES;
import static orm.engine.sql.TestLexers.SQLITE;

import java.util.List;
import org.junit.jupiter.api.Test;
import orm.api.error.InvalidQueryException;
import orm.spi.sql.SqlLexer;

class FragmentTextTest {
  @Test
  void questionMarksOfOperatorsAreDoubled() {
    assertEquals(
        List.of("", " ?? ", " ??| array['?']"),
        FragmentText.of(List.of("", " ? ", " ?| array['?']"), POSTGRES));
    assertEquals(List.of("f('?', `?`)"), FragmentText.of(List.of("f('?', `?`)"), SQLITE));
  }

  @Test
  void commentsAreLeftOut() {
    assertEquals(List.of("a   + ", "  "), FragmentText.of(List.of("a /* x */ + ", " --x"), SQLITE));
  }

  @Test
  void whatWouldBreakTheQueryIsRefused() {
    for (SqlLexer lexer : List.of(POSTGRES, SQLITE)) {
      for (List<String> texts : List.of(
          List.of("f('", "')"), List.of("a = :b"), List.of("1; select 2"), List.of("/* ", " */"))) {
        assertThrows(InvalidQueryException.class, () -> FragmentText.of(texts, lexer));
      }
    }
    assertThrows(InvalidQueryException.class, () -> FragmentText.of(List.of("a = ?"), SQLITE));
    assertThrows(InvalidQueryException.class, () -> FragmentText.of(List.of("a = $1"), POSTGRES));
  }
}
