package orm.test.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orm.test.lifecycle.Note_.NOTE;
import static orm.test.lifecycle.Ticket_.TICKET;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import orm.api.Database;
import orm.api.Operations;
import orm.api.Orm;
import orm.api.error.ErrorCode;
import orm.api.error.InvalidQueryException;
import orm.api.error.ListenerException;
import orm.api.error.OrmException;
import orm.api.error.RowRefusedException;
import orm.api.model.EntityTable;
import orm.api.model.Graph;
import orm.api.query.Keyset;
import orm.spi.lifecycle.RowListener;
import orm.spi.validation.WriteKind;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/** Listeners are told of every row that is written or read as a row, and of nothing else. */
class ListenerTest {
  /** Writes down what it is told, and does one thing more. */
  private static class Told implements RowListener<Note> {
    final List<String> calls = new ArrayList<>();
    private final String name;
    private final String throwsAt;
    private final RuntimeException thrown;

    Told(String name) {
      this(name, "", new IllegalStateException());
    }

    Told(String name, String throwsAt, RuntimeException thrown) {
      this.name = name;
      this.throwsAt = throwsAt;
      this.thrown = thrown;
    }

    private void call(String what, Note note) {
      calls.add(name + " " + what + " " + note.id());
      if (what.equals(throwsAt)) {
        throw thrown;
      }
    }

    @Override
    public EntityTable<Note, ?> table() {
      return NOTE;
    }

    @Override
    public Note beforeWrite(Note row, WriteKind kind) {
      call("before " + kind, row);
      return Note_.edit(row).text(row.text() + name).done();
    }

    @Override
    public void afterWrite(Note row, WriteKind kind) {
      call("after " + kind, row);
    }

    @Override
    public void beforeDelete(Note row) {
      call("before DELETE", row);
    }

    @Override
    public void afterDelete(Note row) {
      call("after DELETE", row);
    }

    @Override
    public Note afterLoad(Note row) {
      call("load", row);
      return Note_.edit(row).text(row.text() + "!").done();
    }

    List<String> taken() {
      List<String> taken = List.copyOf(calls);
      calls.clear();
      return taken;
    }
  }

  private static Database open(TestDatabase test, RowListener<?>... listeners) {
    test.with(List.of(NOTE, TICKET));
    var builder = Orm.builder(test.settings());
    for (RowListener<?> listener : listeners) {
      builder.rowListener(listener);
    }
    return test.open(builder);
  }

  private static Note note(int id) {
    return new Note(id, "n", 0);
  }

  @EachDatabase
  void everyPathOfARowIsHeard(TestDatabase test) {
    Told told = new Told("a");
    Database db = open(test, told);
    Map<Consumer<Operations>, List<String>> paths = new LinkedHashMap<>();
    paths.put(
        on -> assertEquals("na", on.insert(NOTE, note(1)).text()),
        List.of("a before INSERT 1", "a after INSERT 1"));
    paths.put(
        on -> on.insertAll(NOTE, List.of(note(2), note(3))),
        List.of("a before INSERT 2", "a before INSERT 3", "a after INSERT 2", "a after INSERT 3"));
    paths.put(
        on -> on.insertInto(NOTE).values(note(4)).execute(),
        List.of("a before INSERT 4", "a after INSERT 4"));
    paths.put(
        on -> assertEquals(1, on.update(NOTE, note(1)).version()),
        List.of("a before UPDATE 1", "a after UPDATE 1"));
    paths.put(
        on -> on.updateAll(NOTE, List.of(note(2))),
        List.of("a before UPDATE 2", "a after UPDATE 2"));
    paths.put(on -> on.upsert(NOTE, note(5)), List.of("a before UPSERT 5", "a after UPSERT 5"));
    paths.put(
        on -> on.upsertAll(NOTE, List.of(note(5), note(6))),
        List.of("a before UPSERT 5", "a before UPSERT 6", "a after UPSERT 5", "a after UPSERT 6"));
    paths.put(on -> on.delete(NOTE, note(3)), List.of("a before DELETE 3", "a after DELETE 3"));
    paths.put(
        on -> {
          Graph graph = new Graph();
          graph.add(NOTE, note(7));
          on.insert(graph);
        },
        List.of("a before INSERT 7", "a after INSERT 7"));
    paths.put(on -> assertEquals("na!", on.get(NOTE, 4L).text()), List.of("a load 4"));
    paths.put(on -> on.findAll(NOTE, List.of(4L)), List.of("a load 4"));
    paths.put(
        on -> assertEquals("na!", on.from(NOTE).where(NOTE.id.eq(4L)).one().text()),
        List.of("a load 4"));
    paths.put(
        on -> assertEquals(
            List.of("na!"),
            on.from(NOTE).where(NOTE.id.eq(4L)).stream(
                rows -> rows.map(Note::text).toList())),
        List.of("a load 4"));
    paths.put(
        on -> assertEquals(
            1, on.from(NOTE).where(NOTE.id.eq(4L)).page(Keyset.first(5)).rows().size()),
        List.of("a load 4"));
    paths.put(on -> on.from(NOTE).select(NOTE.text).list(), List.of());
    paths.put(on -> assertTrue(on.from(NOTE).count() > 0), List.of());
    paths.put(on -> on.update(NOTE).set(NOTE.text, "x").all().execute(), List.of());
    paths.put(on -> on.deleteFrom(NOTE).where(NOTE.id.eq(4L)).execute(), List.of());
    paths.put(on -> on.sql("delete from note").execute(), List.of());
    paths.forEach((path, calls) -> {
      List<Note> before = test.db().from(NOTE).list();
      try {
        db.inTransaction(tx -> {
          path.accept(tx);
          throw new IllegalArgumentException("to undo it");
        });
      } catch (IllegalArgumentException undone) {
        assertEquals(calls, told.taken());
      }
      assertEquals(before, test.db().from(NOTE).list());
      path.accept(db);
      assertEquals(calls, told.taken());
    });
  }

  @EachDatabase
  void listenersAreCalledInOrder(TestDatabase test) {
    Told a = new Told("a");
    Told b = new Told("b");
    b.calls.clear();
    Database db = open(test, a, b);
    assertEquals("nab", db.insert(NOTE, note(1)).text());
    assertEquals("nab!!", db.get(NOTE, 1L).text());
  }

  @EachDatabase
  void whatAListenerThrowsFailsTheStatement(TestDatabase test) {
    open(test);
    test.db().insert(NOTE, note(1));
    for (String at : List.of("before INSERT", "after INSERT")) {
      Database db = open2(test, new Told("x", at, new IllegalStateException("a value")));
      List<Consumer<Operations>> writes = List.of(
          on -> on.insert(NOTE, note(2)),
          on -> on.insertAll(NOTE, List.of(note(2), note(3))),
          on -> on.insertInto(NOTE).values(note(2)).execute());
      for (Consumer<Operations> write : writes) {
        ListenerException failed = assertThrows(ListenerException.class, () -> write.accept(db));
        assertEquals(ErrorCode.LISTENER_FAILED, failed.code());
        assertTrue(
            String.valueOf(failed.getMessage()).contains(Told.class.getName() + " threw java.lang"),
            failed::getMessage);
        assertFalse(String.valueOf(failed.getMessage()).contains("a value"), failed::getMessage);
        assertThrows(
            OrmException.class,
            () -> db.inTransaction(tx -> {
              assertThrows(ListenerException.class, () -> write.accept(tx));
            }),
            "the transaction cannot commit");
        assertEquals(1, test.db().from(NOTE).count());
      }
    }
    Database refusing =
        open2(test, new Told("x", "after DELETE", RowRefusedException.of("Note", "it is kept")));
    assertThrows(RowRefusedException.class, () -> refusing.delete(NOTE, note(1)));
    assertEquals(1, test.db().from(NOTE).count());
    Database reading = open2(test, new Told("x", "load", new IllegalStateException()));
    assertThrows(ListenerException.class, () -> reading.find(NOTE, 1L));
    assertThrows(ListenerException.class, () -> reading.from(NOTE).stream(Stream::toList));
  }

  private static Database open2(TestDatabase test, RowListener<?> listener) {
    return test.open(Orm.builder(test.settings()).rowListener(listener));
  }

  @EachDatabase
  void aListenerMayAskForRows(TestDatabase test) {
    Database db = open(test, new Told("a") {
      @Override
      public boolean requiresRows() {
        return true;
      }
    });
    db.insert(NOTE, note(1));
    assertThrows(
        InvalidQueryException.class,
        () -> db.update(NOTE).set(NOTE.text, "x").all().execute());
    assertThrows(InvalidQueryException.class, () -> db.deleteFrom(NOTE).all().execute());
    assertThrows(
        InvalidQueryException.class,
        () -> db.insertInto(NOTE).set(NOTE.id, 5L).set(NOTE.text, "x").execute());
    assertEquals(1, db.insertInto(NOTE).values(note(2)).execute());
  }

  /** One statement each, as if there were no listeners anywhere. */
  @EachDatabase
  void whereNobodyListensNothingChanges(TestDatabase test) {
    Database db = open(test, new RowListener<Ticket>() {
      @Override
      public EntityTable<Ticket, ?> table() {
        return TICKET;
      }
    });
    test.statements();
    db.insert(NOTE, note(1));
    assertEquals(note(1), db.get(NOTE, 1L));
    assertEquals(2, test.statements().size());
  }
}
