package orm.spi.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static orm.spi.sql.SqlLexerTest.POSTGRES;
import static orm.spi.sql.SqlLexerTest.SQLITE;

import java.util.List;
import org.junit.jupiter.api.Test;
import orm.spi.sql.SqlScript.Statement;

class SqlScriptTest {
  private static List<String> texts(String script, SqlLexer lexer) {
    return SqlScript.split(script, lexer).stream().map(Statement::text).toList();
  }

  @Test
  void semicolonsEndStatementsButNotInsideQuotesAndComments() {
    for (SqlLexer lexer : List.of(POSTGRES, SQLITE)) {
      assertEquals(
          List.of("a ';' b", "c \";\" d", "e -- ;\nf", "g /* ; */ h"),
          texts("a ';' b; c \";\" d;;\n e -- ;\nf; ; g /* ; */ h", lexer));
      assertEquals(List.of(), texts(" -- nothing; \n /* ; */ ; ", lexer));
      assertEquals(List.of(), texts("", lexer));
    }
    assertEquals(List.of("a $$;$$", "b E'\\';'"), texts("a $$;$$; b E'\\';'", POSTGRES));
    assertEquals(List.of("a $x$ ; $$ ; $x$"), texts("a $x$ ; $$ ; $x$;", POSTGRES));
    assertEquals(List.of("a [;] `;`"), texts("a [;] `;`;", SQLITE));
  }

  @Test
  void statementsAreNumberedAndKnowTheirLines() {
    String script = "\uFEFF-- head\r\n\r\ncreate table a (\r\n  b int\r\n);\r\n"
        + "/* why\n */ insert into a\nvalues (1); select 1";
    List<Statement> statements = SqlScript.split(script, SQLITE);
    assertEquals(List.of(1, 2, 3), statements.stream().map(Statement::number).toList());
    assertEquals(List.of(3, 7, 8), statements.stream().map(Statement::line).toList());
    assertEquals(
        List.of("create table a (", "insert into a", "select 1"),
        statements.stream().map(Statement::firstLine).toList());
    assertEquals("select 1", statements.get(2).text());
    String longLine = "select '" + "😀".repeat(200) + "'";
    assertEquals(
        81, SqlScript.split(longLine, SQLITE).get(0).firstLine().codePoints().count());
  }

  @Test
  void triggersHoldStatements() {
    String trigger = """
        create temp trigger if not exists t after update of b on a
        when new.end > 1 and case when 1 then 1 end
        begin
          update a set b = case c when 1 then case when 2 then 3 end else ';' end;
          -- end;
          insert into "end" values (new.begin, new.case);
        END""";
    assertEquals(
        List.of("select 1", trigger, "select 2"),
        texts("select 1;" + trigger + " ; select 2;", SQLITE));
  }

  @Test
  void functionsMayHoldStatements() {
    String function = """
        create or replace function f(a int) returns int language sql
        begin atomic
          insert into b values (case when a > 1 then 2 end);
          select case a when 1 then 2 else 3 end;
        end""";
    String procedure = "create procedure p() begin atomic select 1; end";
    assertEquals(
        List.of(function, procedure, "select 2"),
        texts(function + ";" + procedure + ";select 2", POSTGRES));
    assertEquals(List.of("begin", "select 1", "end"), texts("begin; select 1; end;", POSTGRES));
    assertEquals(
        List.of("create trigger begin after insert on a execute function f()", "select 1"),
        texts("create trigger begin after insert on a execute function f(); select 1", POSTGRES));
  }

  @Test
  void rulesHoldStatementsInParentheses() {
    String rule = "create rule r as on insert to a do also (delete from b; delete from c;)";
    assertEquals(List.of(rule, "select 1"), texts(rule + "; select 1", POSTGRES));
  }
}
