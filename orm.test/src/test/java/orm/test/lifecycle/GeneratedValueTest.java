package orm.test.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orm.test.lifecycle.Ticket_.TICKET;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.function.Executable;
import orm.api.Database;
import orm.api.Orm;
import orm.api.error.ErrorCode;
import orm.api.error.GenerationException;
import orm.api.error.InvalidQueryException;
import orm.api.model.Graph;
import orm.spi.lifecycle.KeyGenerator;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/** Keys of the user's generators, and who writes. */
class GeneratedValueTest {
  private record Made(String name, IntFunction<List<Object>> keys) implements KeyGenerator<Object> {
    @Override
    public List<Object> next(int count) {
      return keys.apply(count);
    }
  }

  /** Counts up, and writes down how many it was asked for. */
  private static final class Counting {
    private final List<Integer> asked = new ArrayList<>();
    private int last;

    List<Object> next(int count) {
      asked.add(count);
      List<Object> keys = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        keys.add("t" + ++last);
      }
      return keys;
    }
  }

  private static Database open(
      TestDatabase test, IntFunction<List<Object>> keys, AtomicReference<@Nullable Object> actor) {
    return test.open(Orm.builder(test.settings())
        .keyGenerator(new Made("other", count -> List.of()))
        .keyGenerator(new Made("ticket", keys))
        .actor(() -> Optional.ofNullable(actor.get())));
  }

  @EachDatabase
  void aBatchAsksOnceForItsKeys(TestDatabase test) {
    test.with(List.of(TICKET));
    Counting counting = new Counting();
    Database db = open(test, counting::next, new AtomicReference<>("ann"));
    assertEquals("t1", db.insert(TICKET, Ticket.of("a")).id());
    List<Ticket> many = db.insertAll(
        TICKET,
        List.of(Ticket.of("b"), Ticket_.edit(Ticket.of("c")).id("own").done(), Ticket.of("d")));
    assertEquals(List.of("t2", "own", "t3"), many.stream().map(Ticket::id).toList());
    assertEquals(List.of(1, 3), counting.asked);
    assertEquals(4, db.from(TICKET).count());
    Graph graph = new Graph();
    var first = graph.add(TICKET, Ticket.of("first"));
    var second =
        graph.add(TICKET, Ticket_.edit(Ticket.of("second")).follows(first).done());
    db.insert(graph);
    Ticket stored = graph.stored(second);
    assertEquals("first", db.follow(Objects.requireNonNull(stored.follows())).text());
    assertThrows(
        InvalidQueryException.class,
        () -> db.insertInto(TICKET).set(TICKET.text, "x").execute());
    assertEquals(
        1, db.insertInto(TICKET).set(TICKET.id, "own2").set(TICKET.text, "x").execute());
  }

  @EachDatabase
  void aGeneratorThatFailsIsNamed(TestDatabase test) {
    test.with(List.of(TICKET));
    AtomicReference<@Nullable Object> ann = new AtomicReference<>("ann");
    List<Ticket> two = List.of(Ticket.of("a"), Ticket.of("b"));
    failed(
        () -> open(test, count -> Collections.nCopies(count, "same"), ann).insertAll(TICKET, two),
        "gave the same key twice");
    failed(
        () -> open(test, count -> Arrays.asList(new Object[count]), ann).insertAll(TICKET, two),
        "gave null");
    failed(() -> open(test, count -> List.of("t"), ann).insertAll(TICKET, two), "gave 1 keys");
    failed(
        () -> open(test, count -> List.of(1L, 2L), ann).insertAll(TICKET, two),
        "gave a java.lang.Long");
    failed(
        () -> open(
                test,
                count -> {
                  throw new IllegalStateException("a value");
                },
                ann)
            .insertAll(TICKET, two),
        "generator ticket threw java.lang.IllegalStateException");
    GenerationException absent =
        assertThrows(GenerationException.class, () -> test.db().insert(TICKET, Ticket.of("a")));
    assertEquals(ErrorCode.NO_GENERATOR, absent.code());
    assertEquals(0, test.db().from(TICKET).count());
  }

  private static void failed(Executable write, String why) {
    GenerationException failed = assertThrows(GenerationException.class, write);
    assertEquals(ErrorCode.GENERATOR_FAILED, failed.code());
    assertEquals("Ticket", failed.entity());
    assertEquals("id", failed.column());
    assertTrue(String.valueOf(failed.getMessage()).contains(why), failed::getMessage);
  }

  @EachDatabase
  void whoWritesIsKept(TestDatabase test) {
    test.with(List.of(TICKET));
    AtomicReference<@Nullable Object> actor = new AtomicReference<>("ann");
    Database db = open(test, new Counting()::next, actor);
    Ticket ticket = db.insert(TICKET, Ticket.of("a"));
    assertEquals("ann ann", who(ticket));
    actor.set("bob");
    Ticket changed =
        db.update(TICKET, Ticket_.edit(ticket).opener("eve").text("b").done());
    assertEquals("bob", changed.editor());
    assertEquals("ann bob", who(db.get(TICKET, "t1")), "an update does not change who opened it");
    actor.set("cleo");
    assertEquals("cleo", db.updateAll(TICKET, List.of(changed)).get(0).editor());
    actor.set("dan");
    assertEquals(1, db.update(TICKET).set(TICKET.text, "x").all().execute());
    assertEquals("ann dan", who(db.get(TICKET, "t1")));
    actor.set("eve");
    assertEquals("ann eve", who(db.upsert(TICKET, db.get(TICKET, "t1"))));
    db.insertInto(TICKET).set(TICKET.id, "own").set(TICKET.text, "x").execute();
    assertEquals("eve eve", who(db.get(TICKET, "own")));
    actor.set("fay");
    db.insertInto(TICKET)
        .set(TICKET.id, "own")
        .set(TICKET.text, "y")
        .onConflict(TICKET)
        .overwrite()
        .execute();
    assertEquals("eve fay", who(db.get(TICKET, "own")));
    db.insertInto(TICKET)
        .values(db.get(TICKET, "own"))
        .onConflict(TICKET)
        .set(TICKET.text, "z")
        .execute();
    assertEquals("eve fay", who(db.get(TICKET, "own")));
  }

  private static String who(Ticket ticket) {
    return ticket.opener() + " " + ticket.editor();
  }

  @EachDatabase
  void withoutAnActorOnlyWhatMayBeNullIsWritten(TestDatabase test) {
    test.with(List.of(TICKET));
    AtomicReference<@Nullable Object> actor = new AtomicReference<>("ann");
    Database db = open(test, new Counting()::next, actor);
    Ticket ticket = db.insert(TICKET, Ticket.of("a"));
    actor.set(null);
    for (Executable write : List.<Executable>of(
        () -> db.insert(TICKET, Ticket.of("b")),
        () -> db.insertInto(TICKET).set(TICKET.id, "x").set(TICKET.text, "x").execute())) {
      GenerationException nobody = assertThrows(GenerationException.class, write);
      assertEquals(ErrorCode.NO_ACTOR, nobody.code());
      assertEquals("opener", nobody.column());
      assertTrue(
          String.valueOf(nobody.getMessage()).contains("orm.spi.lifecycle.ActorSource"),
          nobody::getMessage);
    }
    assertEquals(1, db.update(TICKET).set(TICKET.text, "x").all().execute());
    assertNull(db.get(TICKET, String.valueOf(ticket.id())).editor());
    Database number = open(test, new Counting()::next, new AtomicReference<>(7));
    GenerationException unfit =
        assertThrows(GenerationException.class, () -> number.insert(TICKET, Ticket.of("b")));
    assertTrue(
        String.valueOf(unfit.getMessage()).contains("the actor is a java.lang.Integer"),
        unfit::getMessage);
  }
}
