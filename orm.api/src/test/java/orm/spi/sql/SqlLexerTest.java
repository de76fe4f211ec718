package orm.spi.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import orm.api.error.InvalidQueryException;
import orm.spi.dialect.LexicalFeature;
import orm.spi.sql.SqlToken.Kind;

class SqlLexerTest {
  static final SqlLexer POSTGRES = new SqlLexer(Set.of(
      LexicalFeature.NESTED_COMMENTS,
      LexicalFeature.ESCAPE_STRINGS,
      LexicalFeature.DOLLAR_QUOTES,
      LexicalFeature.QUESTION_MARK_OPERATORS,
      LexicalFeature.ATOMIC_BODIES));

  static final SqlLexer SQLITE = new SqlLexer(Set.of(
      LexicalFeature.BACKTICK_NAMES,
      LexicalFeature.BRACKET_NAMES,
      LexicalFeature.SIGIL_PARAMETERS,
      LexicalFeature.TRIGGER_BODIES));

  private static final List<SqlLexer> BOTH = List.of(POSTGRES, SQLITE);

  /** A text and the parameters that stand in it, with blanks between them. */
  private record Row(List<SqlLexer> lexers, String sql, String parameters) {}

  private static Row both(String sql, String parameters) {
    return new Row(BOTH, sql, parameters);
  }

  private static Row postgres(String sql, String parameters) {
    return new Row(List.of(POSTGRES), sql, parameters);
  }

  private static Row sqlite(String sql, String parameters) {
    return new Row(List.of(SQLITE), sql, parameters);
  }

  private static final List<Row> PARAMETERS = List.of(
      both("select :a, :b_2, :Ünïcode", ":a :b_2 :Ünïcode"),
      both("x=:a and y<>:b", ":a :b"),
      both("(:a)||:b", ":a :b"),
      both("f(:a,:b)", ":a :b"),
      both(":a:b", ":a"),
      both("a::int", ""),
      both(":a::int", ":a"),
      both("a::text::int + :b", ":b"),
      both("x := :a", ":a"),
      both("x :=1", ""),
      both("'12:30:00'", ""),
      both("12:30:00", ""),
      both("time '12:30:00' < :t", ":t"),
      both("':a'", ""),
      both("'it''s :a' || :b", ":b"),
      both("'' || :b", ":b"),
      both("'\\' || :b", ":b"),
      both("\":a\" = :b", ":b"),
      both("\"say \"\":a\"\"\" = :b", ":b"),
      both("-- :a\n:b", ":b"),
      both("-- :a\r:b", ":b"),
      both("-- it's\n:b", ":b"),
      both("/* :a ' */ :b", ":b"),
      both("/* -- */ :b", ":b"),
      both("1/* :a */+:b", ":b"),
      both("1--:a\n-:b", ":b"),
      both("a - -:b", ":b"),
      both("limit:n", ":n"),
      both("limit :n offset:m", ":n :m"),
      both("'a':b", ""),
      both("json_object('a' :b)", ":b"),
      both("x like :p escape '\\'", ":p"),
      both("select ':' , :a", ":a"),
      both(": a", ""),
      both(":", ""),
      both(":1", ""),
      both("e = 'x' and e':a'", ""),
      both("n':a' || x':b' || U&':c'", ""),
      postgres("/* /* :a */ :b */ :c", ":c"),
      sqlite("/* /* :a */ :b", ":b"),
      postgres("E'\\'' || :a", ":a"),
      postgres("e'it''s \\' :a' || :b", ":b"),
      postgres("E'\\\\' || :a", ":a"),
      postgres("name'\\' || :a", ":a"),
      sqlite("E'\\' || :a", ":a"),
      postgres("$$ :a '$$ || :b", ":b"),
      postgres("$tag$ :a $$ $other$ $tag$ || :b", ":b"),
      postgres("$täg$ :a $täg$ || :b", ":b"),
      postgres("a$b || :c", ":c"),
      postgres("a$b$ || :c || d$b$", ":c"),
      postgres("$1 + :a", "$1 :a"),
      sqlite("$$ :a", "$$ :a"),
      postgres("a[1:2]", ""),
      postgres("a[1:n]", ""),
      postgres("a[i : n]", ""),
      postgres("a[f(x):n]", ""),
      postgres("a[:i]", ":i"),
      postgres("a[:i::int]", ":i"),
      postgres("a[1::n]", ""),
      postgres("array[:a, :b]", ":a :b"),
      postgres("array[(select x from t limit :n), :m]", ":n :m"),
      postgres("array[case when :a then :b else :c end]", ":a :b :c"),
      postgres("doc ? :k", ":k"),
      postgres("doc ?| array[:a]", ":a"),
      postgres("doc @> :a", ":a"),
      postgres("doc #>> :a", ":a"),
      postgres("a @@ :q", ":q"),
      postgres("`:a`", ":a"),
      sqlite("`:a` = :b", ":b"),
      sqlite("`a``:b` = :c", ":c"),
      sqlite("[:a] = :b", ":b"),
      sqlite("[it's] = :b", ":b"),
      sqlite("@a + $b + #c + ?1 + ?", "@a $b #c ?1 ?"),
      sqlite("doc ->> '$.a:b' = :c", ":c"));

  @Test
  void parametersAreFoundWhereTheDatabaseSeesNothingElse() {
    for (Row row : PARAMETERS) {
      for (SqlLexer lexer : row.lexers()) {
        String found = lexer.tokens(row.sql()).stream()
            .filter(
                token -> token.kind() == Kind.PARAMETER || token.kind() == Kind.FOREIGN_PARAMETER)
            .map(token -> token.in(row.sql()))
            .collect(Collectors.joining(" "));
        assertEquals(row.parameters(), found, row.sql());
      }
    }
  }

  @Test
  void tokensCoverTheTextButForBlanks() {
    for (Row row : PARAMETERS) {
      for (SqlLexer lexer : row.lexers()) {
        int at = 0;
        for (SqlToken token : lexer.tokens(row.sql())) {
          assertTrue(row.sql().substring(at, token.begin()).isBlank(), row.sql());
          assertTrue(token.end() > token.begin(), row.sql());
          at = token.end();
        }
        assertTrue(row.sql().substring(at).isBlank(), row.sql());
      }
    }
  }

  @Test
  void whatIsNeverClosedIsNamedByItsPlace() {
    for (SqlLexer lexer : BOTH) {
      unclosed(lexer, "select 1,\n  'it''s", "the quote ' in line 2, column 3");
      unclosed(lexer, "\"a", "the quote \" in line 1, column 1");
      unclosed(lexer, "/* *", "the comment in line 1, column 1");
      unclosed(lexer, "/*/", "the comment in line 1, column 1");
    }
    unclosed(POSTGRES, "/* /* */", "the comment");
    unclosed(POSTGRES, "$a$ $b$", "the quote $a$");
    unclosed(POSTGRES, "E'\\'", "the quote '");
    unclosed(SQLITE, "`a", "the quote `");
    unclosed(SQLITE, "[a", "the bracket [");
  }

  private static void unclosed(SqlLexer lexer, String sql, String what) {
    InvalidQueryException error =
        assertThrows(InvalidQueryException.class, () -> lexer.tokens(sql), sql);
    assertTrue(
        String.valueOf(error.getMessage())
            .contains(what + (what.contains("line") ? " is never closed" : "")),
        error::getMessage);
  }
}
