package orm.test.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orm.api.expression.Expressions.optional;
import static orm.api.expression.Expressions.row;
import static orm.test.filter.Memo_.MEMO;
import static orm.test.filter.Place_.PLACE;
import static orm.test.filter.Reply_.REPLY;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import orm.api.Database;
import orm.api.Operations;
import orm.api.Orm;
import orm.api.error.DuplicateKeyException;
import orm.api.error.FilteredRowException;
import orm.api.error.InvalidQueryException;
import orm.api.error.StaleRowException;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/** A row that was deleted softly is gone for every statement, and there for whoever says why. */
class SoftDeleteTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private static Database open(TestDatabase test) {
    test.with(List.of(MEMO, REPLY, PLACE));
    return test.open(Orm.builder(test.settings()).clock(Clock.fixed(NOW, ZoneOffset.UTC)));
  }

  private static Memo memo(String title) {
    return new Memo(null, title, null, null, 0);
  }

  @EachDatabase
  void aDeleteMarksTheRow(TestDatabase test) {
    Database db = open(test);
    Memo one = db.insert(MEMO, memo("one"));
    Memo two = db.insert(MEMO, memo("two"));
    assertThrows(
        StaleRowException.class,
        () -> db.delete(MEMO, Memo_.edit(one).version(7).done()));
    db.delete(MEMO, one);
    assertEquals(Optional.empty(), db.find(MEMO, MEMO.keyOf(one)));
    assertEquals(List.of(two), db.findAll(MEMO, List.of(MEMO.keyOf(one), MEMO.keyOf(two))));
    assertEquals(List.of(two), db.from(MEMO).list());
    assertEquals(1, db.from(MEMO).count());
    assertThrows(StaleRowException.class, () -> db.delete(MEMO, one), "it is gone");
    assertThrows(StaleRowException.class, () -> db.update(MEMO, one));
    Memo marked = db.from(MEMO).unscoped("to see").where(MEMO.title.eq("one")).one();
    assertEquals(NOW, marked.deletedAt());
    assertEquals(1, marked.version());
  }

  @EachDatabase
  void aDeleteOfManyMarksThem(TestDatabase test) {
    Database db = open(test);
    Memo one = db.insert(MEMO, memo("one"));
    Memo two = db.insert(MEMO, memo("two"));
    db.insertAll(
        REPLY,
        List.of(
            new Reply(1, MEMO.refTo(one), null, false),
            new Reply(2, MEMO.refTo(two), MEMO.refTo(one), false)));
    assertEquals(1, db.deleteFrom(REPLY).where(REPLY.memo().title.eq("one")).execute());
    assertEquals(0, db.deleteFrom(REPLY).where(REPLY.id.eq(1L)).execute(), "it is gone");
    assertEquals(
        List.of(2L),
        db.deleteFrom(REPLY)
            .using(MEMO, REPLY.quoted.refersTo(MEMO))
            .all()
            .returning(REPLY.id)
            .list());
    assertEquals(0, db.from(REPLY).count());
    assertEquals(
        List.of(true, true),
        db.unscoped("to see").from(REPLY).select(REPLY.deleted).list());
    assertEquals(2, db.deleteFrom(MEMO).all().execute());
    assertEquals(0, db.update(MEMO).set(MEMO.title, "x").all().execute());
  }

  @EachDatabase
  void whatWasDeletedIsRestored(TestDatabase test) {
    Database db = open(test);
    Memo one = db.insert(MEMO, memo("one"));
    assertThrows(StaleRowException.class, () -> db.restore(MEMO, one), "it is there");
    db.delete(MEMO, one);
    Memo marked = db.unscoped("to see").get(MEMO, MEMO.keyOf(one));
    assertThrows(StaleRowException.class, () -> db.restore(MEMO, one), "the version is another");
    Memo back = db.restore(MEMO, marked);
    assertNull(back.deletedAt());
    assertEquals(2, back.version());
    assertEquals(back, db.get(MEMO, MEMO.keyOf(one)));
    db.insert(REPLY, new Reply(1, MEMO.refTo(one), null, true));
    assertEquals(0, db.from(REPLY).count());
    db.restore(REPLY, new Reply(1, MEMO.refTo(one), null, true));
    assertEquals(1, db.from(REPLY).count());
    assertThrows(InvalidQueryException.class, () -> db.restore(PLACE, new Place(1, "x")));
  }

  @EachDatabase
  void whoSaysWhyTakesRowsAway(TestDatabase test) {
    Database db = open(test);
    Memo one = db.insert(MEMO, memo("one"));
    db.insert(MEMO, memo("two"));
    Operations all = db.unscoped("retention is over");
    all.delete(MEMO, one);
    assertEquals(1, all.from(MEMO).count());
    assertEquals(1, db.deleteFrom(MEMO).all().unscoped("retention is over").execute());
    assertEquals(0, all.from(MEMO).count());
  }

  @EachDatabase
  void aPathToADeletedRowIsAbsentOrTakesItsRowAlong(TestDatabase test) {
    Database db = open(test);
    Memo kept = db.insert(MEMO, memo("kept"));
    Memo gone = db.insert(MEMO, memo("gone"));
    db.insertAll(
        REPLY,
        List.of(
            new Reply(1, MEMO.refTo(kept), MEMO.refTo(gone), false),
            new Reply(2, MEMO.refTo(gone), MEMO.refTo(kept), false)));
    db.delete(MEMO, gone);
    record Quote(long id, Optional<String> quoted) {}
    assertEquals(
        List.of(new Quote(1, Optional.empty()), new Quote(2, Optional.of("kept"))),
        db.from(REPLY)
            .orderBy(REPLY.id.asc())
            .select(row(REPLY.id, optional(REPLY.quoted().title)).into(Quote::new))
            .list(),
        "a nullable reference: as if it led nowhere");
    assertEquals(
        List.of(1L),
        db.from(REPLY).orderBy(REPLY.memo().title.asc()).select(REPLY.id).list(),
        "a required one: the row has nothing to show");
    assertEquals(2, db.from(REPLY).count(), "where the path is not used");
  }

  @EachDatabase
  void whatIsUniqueIsSoAmongThoseThatAreThere(TestDatabase test) {
    Database db = open(test);
    Memo one = db.insert(MEMO, memo("one"));
    assertThrows(DuplicateKeyException.class, () -> db.insert(MEMO, memo("one")));
    db.delete(MEMO, one);
    assertNotNull(db.insert(MEMO, memo("one")).id());
    FilteredRowException hidden = assertThrows(
        FilteredRowException.class,
        () -> db.upsert(MEMO, Memo_.edit(one).title("x").done()));
    assertTrue(
        String.valueOf(hidden.getMessage()).contains("hidden by filter soft delete"),
        hidden::getMessage);
  }
}
