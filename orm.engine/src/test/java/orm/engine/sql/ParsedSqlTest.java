package orm.engine.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orm.engine.sql.TestLexers.POSTGRES;
import static orm.engine.sql.TestLexers.SQLITE;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import orm.api.error.InvalidQueryException;
import orm.engine.sql.ParsedSql.Membership;
import orm.engine.sql.ParsedSql.Parameter;
import orm.engine.sql.ParsedSql.Part;
import orm.engine.sql.ParsedSql.Text;
import orm.spi.sql.SqlLexer;

class ParsedSqlTest {
  @Test
  void textAndParametersAlternate() {
    ParsedSql parsed = ParsedSql.of(" -- first\n select :a, ':b', :a + :c ; ", SQLITE);
    assertEquals(
        List.of(
            new Text("select "),
            new Parameter("a"),
            new Text(", ':b', "),
            new Parameter("a"),
            new Text(" + "),
            new Parameter("c")),
        parsed.parts());
    assertEquals(Set.of("a", "c"), parsed.names());
  }

  @Test
  void aParameterAloneBehindInMayBeAList() {
    assertEquals(
        List.of(new Text("a "), new Membership(false, "x", "in (", ")"), new Text(" and 1 = 1")),
        ParsedSql.of("a in (:x) and 1 = 1", POSTGRES).parts());
    assertEquals(
        List.of(
            new Text("a "),
            new Membership(true, "x", "NOT /* no */ IN ( ", " )"),
            new Text(" or b "),
            new Membership(false, "y", "IN ", "")),
        ParsedSql.of("a NOT /* no */ IN ( :x ) or b IN :y", POSTGRES).parts());
    assertEquals(
        List.of(new Text("a in ("), new Parameter("x"), new Text(", 5)")),
        ParsedSql.of("a in (:x, 5)", POSTGRES).parts());
    assertEquals(
        List.of(new Text("f("), new Parameter("x"), new Text(")")),
        ParsedSql.of("f(:x)", POSTGRES).parts());
  }

  @Test
  void questionMarksOfOperatorsAreDoubledForJdbc() {
    doubled("doc ? 'a'", "doc ?? 'a'");
    doubled("doc ?| array['a']", "doc ??| array['a']");
    doubled("doc ?& array['a?'] -- why?\n", "doc ??& array['a?']");
    doubled("(a)?'x'", "(a)??'x'");
    doubled("doc @? '$.a ? (@ > 1)'", "doc @?? '$.a ? (@ > 1)'");
    doubled("doc -> 'x' ? any_name", "doc -> 'x' ?? any_name");
    doubled("$$?$$ || \"a?\"", "$$?$$ || \"a?\"");
    assertEquals(
        List.of(new Text("doc ?? "), new Parameter("k"), new Text("::text ??| b")),
        ParsedSql.of("doc ? :k::text ?| b", POSTGRES).parts());
  }

  private static void doubled(String sql, String sent) {
    List<Part> parts = ParsedSql.of(sql, POSTGRES).parts();
    assertEquals(List.of(new Text(sent)), parts);
  }

  @Test
  void parametersByPositionAreRefused() {
    for (String sql : List.of(
        "select ?",
        "a = ?",
        "a=?",
        "a<=?",
        "a||?",
        "f(?)",
        "f(a, ?)",
        "a in (?, ?)",
        "a = any(?)",
        "limit ?",
        "a between ? and ?",
        "a ? and b",
        "a ?",
        "date ? order by 1",
        "a = $1")) {
      refused(sql, POSTGRES, "Write :name");
    }
    for (String sql : List.of("a = ?", "a = ?1", "a = @x", "a = $x", "a = #x", "a ? 'b'")) {
      refused(sql, SQLITE, "Write :name");
    }
  }

  @Test
  void severalStatementsAreRefusedButForTheBodyOfOne() {
    refused("select 1; select 2", SQLITE, "several statements");
    refused("; ;", SQLITE, "no statement");
    refused("-- nothing", SQLITE, "no statement");
    String trigger = "create trigger t after insert on a begin select 1; select 2; end";
    assertEquals(
        List.of(new Text(trigger)), ParsedSql.of(trigger + ";;", SQLITE).parts());
  }

  @Test
  void transactionsAreNotBegunOrEndedByText() {
    for (String sql : List.of(
        "begin",
        "BEGIN IMMEDIATE",
        "/* x */ commit",
        "rollback to a",
        "savepoint a",
        "end",
        "start transaction",
        "prepare transaction 'x'")) {
      refused(sql, POSTGRES, "begin or end a transaction");
    }
    assertEquals(1, ParsedSql.of("prepare p as select 1", POSTGRES).parts().size());
  }

  @Test
  void wordsTellWhetherAStatementReads() {
    for (String sql : List.of(
        "select 1",
        "(select 1)",
        "values (1)",
        "with a as (select replace('insert', 'a', 'b')) select * from a",
        "explain select 1",
        "pragma user_version")) {
      assertTrue(ParsedSql.of(sql, POSTGRES).reads(), sql);
    }
    for (String sql : List.of(
        "insert into a values (1)",
        "with a as (delete from b returning *) select * from a",
        "with a as (select 1) replace into b select * from a",
        "explain analyze update a set b = 1",
        "create table a (b int)",
        "vacuum")) {
      assertFalse(ParsedSql.of(sql, POSTGRES).reads(), sql);
    }
  }

  private static void refused(String sql, SqlLexer lexer, String why) {
    InvalidQueryException error =
        assertThrows(InvalidQueryException.class, () -> ParsedSql.of(sql, lexer), sql);
    assertTrue(String.valueOf(error.getMessage()).contains(why), error::getMessage);
  }
}
