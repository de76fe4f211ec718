package orm.test.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import orm.api.Database;
import orm.api.Operations;
import orm.api.error.DuplicateKeyException;
import orm.api.error.InvalidQueryException;
import orm.api.error.StatementException;
import orm.api.error.TransactionFailedException;
import orm.test.database.DatabaseKind;
import orm.test.database.EachDatabase;
import orm.test.database.Only;
import orm.test.database.TestDatabase;

/** A script runs wholly or not at all. */
class ScriptTest {
  private static final String CREATE = """
      -- what is kept
      create table thing (id int primary key, name text);
      insert into thing values (1, 'a; b'), (2, '? :x');

      /* and
         more */ insert into thing values (3, 'it''s');
      """;

  private static long things(Operations db) {
    return db.sql("select count(*) from thing").map(row -> row.nextLong()).one();
  }

  @EachDatabase
  void allStatementsRunInOneTransaction(TestDatabase test) {
    Database db = test.db();
    assertEquals(3, db.script(CREATE));
    assertEquals(
        List.of("a; b", "? :x", "it's"),
        db.sql("select name from thing order by id").map(row -> row.nextText()).list());
    assertEquals(0, db.script("-- nothing"));
  }

  @EachDatabase
  void aFailureNamesTheStatementAndUndoesAll(TestDatabase test) {
    Database db = test.db();
    StatementException error = assertThrows(
        StatementException.class,
        () -> db.script(CREATE + "insert into thing\nvalues (4, 'secret', 1);\nselect 1;"));
    String message = String.valueOf(error.getMessage());
    assertTrue(
        message.contains("Cannot run statement 4 of the script (line 7: insert into thing):"),
        message);
    assertFalse(message.contains("secret"), message);
    assertEquals("insert into thing", error.sql());
    assertThrows(StatementException.class, () -> things(db));
    assertEquals(3, db.script(CREATE));
    DuplicateKeyException duplicate = assertThrows(
        DuplicateKeyException.class,
        () -> db.script("delete from thing where id = 2; insert into thing values (1, 'b')"));
    assertTrue(
        String.valueOf(duplicate.getMessage()).contains("statement 2 of"), duplicate::getMessage);
    assertEquals(3, things(db));
  }

  @EachDatabase
  void inATransactionAScriptIsPartOfIt(TestDatabase test) {
    Database db = test.db();
    assertThrows(
        IllegalStateException.class,
        () -> db.inTransaction(tx -> {
          assertEquals(3, tx.script(CREATE));
          assertEquals(3, things(tx));
          throw new IllegalStateException("undo");
        }));
    assertEquals(3, db.script(CREATE));
    assertThrows(
        TransactionFailedException.class,
        () -> db.inTransaction(tx -> {
          assertThrows(StatementException.class, () -> tx.script("delete from thing; selekt 1"));
        }));
    assertEquals(3, things(db));
  }

  @EachDatabase
  void aTextThatCannotBeReadRunsNothing(TestDatabase test) {
    Database db = test.db();
    db.inTransaction(tx -> {
      InvalidQueryException commit =
          assertThrows(InvalidQueryException.class, () -> tx.script(CREATE + "commit; select 1"));
      assertTrue(
          String.valueOf(commit.getMessage())
              .contains("statement 4 of the script (line 7: commit)"),
          commit::getMessage);
      assertThrows(InvalidQueryException.class, () -> tx.script(CREATE + "select 'a"));
      assertEquals(3, tx.script(CREATE));
    });
    assertEquals(3, things(db));
  }

  @EachDatabase
  @Only(value = DatabaseKind.SQLITE, because = "PostgreSQL's triggers call functions")
  void triggersAreOneStatement(TestDatabase test) {
    Database db = test.db();
    assertEquals(6, db.script(CREATE + """
        create table log (id int, kind text);
        create trigger logged after insert on thing when new.id > 0
        begin
          insert into log values (new.id, case when new.id > 5 then 'big' else 'small' end);
          update thing set name = name || ';' where id = new.id;
        end;
        insert into thing values (9, 'z');
        """));
    assertEquals(
        "big z;",
        db.sql("select kind, name from log join thing using (id)")
            .map(row -> row.nextText() + " " + row.nextText())
            .one());
  }

  @EachDatabase
  @Only(value = DatabaseKind.POSTGRES, because = "SQLite has no functions in SQL")
  void functionsAreOneStatement(TestDatabase test) {
    Database db = test.db();
    assertEquals(7, db.script(CREATE + """
        create function twice(a int) returns int language plpgsql as $body$
        begin
          -- ' ;
          return a * 2;
        end $body$;
        create function sign_of(a int) returns text language sql
        begin atomic
          select case when a < 0 then '-' else '+' end;
        end;
        create rule kept as on delete to thing do instead (select 1; select 2);
        select '{"a": 1}'::jsonb ? 'a';
        """));
    assertEquals(
        "14 -",
        db.sql("select twice(:a), sign_of(-:a)")
            .bind("a", 7)
            .map(row -> row.nextInt() + " " + row.nextText())
            .one());
  }
}
