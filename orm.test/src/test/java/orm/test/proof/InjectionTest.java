package orm.test.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orm.api.expression.Expressions.param;
import static orm.api.expression.Expressions.row;
import static orm.api.expression.Expressions.value;
import static orm.api.expression.Expressions.when;
import static orm.test.proof.Sheet_.SHEET;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import orm.api.Database;
import orm.api.error.InvalidQueryException;
import orm.api.error.OrmException;
import orm.api.error.UnsupportedQueryException;
import orm.api.error.ValueException;
import orm.api.expression.Param;
import orm.api.json.Json;
import orm.api.query.Query;
import orm.api.query.Select;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/** Whatever a text holds, it is a value or a quoted name, and never part of the language. */
class InjectionTest {
  private static final int STORED = 40;

  /** What a text of the query API becomes, with the answer that is right for it. */
  private record Use(
      String name,
      BiFunction<Database, String, Query<?>> query,
      BiFunction<List<String>, String, List<?>> answer) {}

  private static List<String> texts(Random random) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < STORED; i++) {
      texts.add(Hostile.text(random));
    }
    return texts;
  }

  private static Database stored(TestDatabase test, List<String> texts) {
    Database db = test.with(List.of(SHEET));
    List<Sheet> sheets = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      Json body = new Json.JsonObject(Map.of("k", Json.of(texts.get(i))));
      sheets.add(new Sheet(i, texts.get(i), body));
    }
    db.insertAll(SHEET, sheets);
    test.statements();
    return db;
  }

  private interface Test {
    boolean fits(String stored, String text);
  }

  private static List<Integer> where(List<String> texts, String text, Test test) {
    List<Integer> ids = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      if (test.fits(texts.get(i), text)) {
        ids.add(i);
      }
    }
    return ids;
  }

  private static Use condition(
      String name, BiFunction<Query<Sheet>, String, Query<Sheet>> query, Test test) {
    return new Use(
        name,
        (db, text) -> query.apply(db.from(SHEET), text).orderBy(SHEET.id.asc()).select(SHEET.id),
        (texts, text) -> where(texts, text, test));
  }

  private interface Change {
    Object of(String stored, String text);
  }

  private static Use result(
      String name, BiFunction<Query<Sheet>, String, Query<?>> query, Change change) {
    return new Use(
        name,
        (db, text) -> query.apply(db.from(SHEET).orderBy(SHEET.id.asc()), text),
        (texts, text) -> texts.stream().map(stored -> change.of(stored, text)).toList());
  }

  private static final Param<String> FIXED = param("'; -- ?", String.class);

  private static final List<Use> VALUES = List.of(
      condition("eq", (q, t) -> q.where(SHEET.text.eq(t)), String::equals),
      condition("ne", (q, t) -> q.where(SHEET.text.ne(t)), (s, t) -> !s.equals(t)),
      condition("in", (q, t) -> q.where(SHEET.text.in(List.of(t, "x"))), String::equals),
      condition("notIn", (q, t) -> q.where(SHEET.text.notIn(List.of(t))), (s, t) -> !s.equals(t)),
      condition("ge", (q, t) -> q.where(SHEET.text.ge(t)), (s, t) -> Functions.compare(s, t) >= 0),
      condition("between", (q, t) -> q.where(SHEET.text.between(t, t)), String::equals),
      condition("like", (q, t) -> q.where(SHEET.text.like(t)), Functions::like),
      condition(
          "likeIgnoreCase",
          (q, t) -> q.where(SHEET.text.likeIgnoreCase(t)),
          (s, t) -> Functions.like(Functions.lower(s), Functions.lower(t))),
      condition("contains", (q, t) -> q.where(SHEET.text.contains(t)), String::contains),
      condition(
          "containsIgnoreCase",
          (q, t) -> q.where(SHEET.text.containsIgnoreCase(t)),
          (s, t) -> Functions.lower(s).contains(Functions.lower(t))),
      condition("startsWith", (q, t) -> q.where(SHEET.text.startsWith(t)), String::startsWith),
      condition("endsWith", (q, t) -> q.where(SHEET.text.endsWith(t)), String::endsWith),
      condition("value", (q, t) -> q.where(value(t).eq(SHEET.text)), String::equals),
      condition("distinct", (q, t) -> q.where(SHEET.text.isDistinctFrom(t).not()), String::equals),
      condition("jsonText", (q, t) -> q.where(SHEET.body.text("k").eq(t)), String::equals),
      condition("param", (q, t) -> q.where(SHEET.text.eq(FIXED)).bind(FIXED, t), String::equals),
      result("concat", (q, t) -> q.select(SHEET.text.concat(t)), (s, t) -> s + t),
      result("coalesce", (q, t) -> q.select(SHEET.text.nullIf(t).coalesce(t)), (s, t) -> s),
      result(
          "replace", (q, t) -> q.select(SHEET.text.replace("a", t)), (s, t) -> s.replace("a", t)),
      result("replaced", (q, t) -> q.select(SHEET.text.replace(t, "")), (s, t) -> s.replace(t, "")),
      result(
          "positionOf",
          (q, t) -> q.select(SHEET.text.positionOf(t)),
          (s, t) -> s.contains(t) ? s.codePointCount(0, s.indexOf(t)) + 1 : 0),
      result(
          "case",
          (q, t) -> q.select(when(SHEET.text.eq(t), t).otherwise("other")),
          (s, t) -> s.equals(t) ? t : "other"),
      new Use(
          "join",
          (db, text) -> db.from(SHEET).where(SHEET.id.lt(2)).select(SHEET.text.join(text)),
          (texts, text) -> List.of(String.join(
              text, texts.subList(0, 2).stream().sorted(Functions::compare).toList()))));

  private static final List<Use> NAMES = List.of(
      result(
          "as",
          (q, t) -> {
            Sheet_ other = SHEET.as(t);
            return q.join(other, other.id.eq(SHEET.id)).select(other.text);
          },
          (s, t) -> s),
      result(
          "asTable",
          (q, t) -> {
            Sheet_ rows = Select.from(SHEET).where(SHEET.id.ge(0)).asTable(t, Sheet_::new);
            return q.join(rows, rows.id.eq(SHEET.id)).select(rows.text);
          },
          (s, t) -> s),
      result(
          "asCommonTable",
          (q, t) -> {
            Sheet_ rows = Select.from(SHEET).where(SHEET.id.ge(0)).asCommonTable(t, Sheet_::new);
            return q.join(rows, rows.id.eq(SHEET.id)).select(rows.text);
          },
          (s, t) -> s),
      result("label", (q, t) -> q.label(t).select(SHEET.text), (s, t) -> s),
      result(
          "paramName",
          (q, t) -> {
            Param<Integer> least = param(t, Integer.class);
            return q.where(SHEET.id.ge(least)).select(SHEET.text).bind(least, 0);
          },
          (s, t) -> s));

  @EachDatabase
  void textIsNeverPartOfTheLanguage(TestDatabase test) {
    List<String> texts = texts(Proof.random(-1));
    Database db = stored(test, texts);
    int runs = Proof.runs(300, 100_000);
    for (int run = 0; run < runs; run++) {
      Random random = Proof.random(run);
      String text = random.nextBoolean() ? texts.get(random.nextInt(STORED)) : Hostile.text(random);
      boolean named = random.nextInt(5) == 0;
      List<Use> uses = named ? NAMES : VALUES;
      Use use = uses.get(random.nextInt(uses.size()));
      String where = "run " + run + ", seed " + Proof.seed() + ": " + use.name() + " of " + text;
      Query<?> query = use.query().apply(db, text);
      assertEquals(use.answer().apply(texts, text), query.list(), where);
      List<String> statements = test.statements();
      assertEquals(1, statements.size(), where);
      if (!named) {
        use.query().apply(db, "a").list();
        assertEquals(test.statements(), statements, where + " changes the text");
      }
    }
    Proof.report(InjectionTest.class, runs + " texts on " + test.kind());
  }

  @EachDatabase
  void textThatNoDatabaseHoldsIsRefusedBeforeItIsSent(TestDatabase test) {
    Database db = stored(test, texts(Proof.random(-1)));
    int runs = Proof.runs(100, 20_000);
    for (int run = 0; run < runs; run++) {
      Random random = Proof.random(run);
      String text = Hostile.unstorable(random);
      boolean named = random.nextInt(5) == 0;
      // Labels and names of parameters are for messages, and never sent.
      List<Use> uses = named ? NAMES.subList(0, 3) : VALUES;
      Use use = uses.get(random.nextInt(uses.size()));
      String where = "run " + run + ", seed " + Proof.seed() + ": " + use.name();
      OrmException refused =
          assertThrows(OrmException.class, () -> use.query().apply(db, text).list(), where);
      test.statements();
      assertTrue(
          refused instanceof ValueException || refused instanceof InvalidQueryException,
          () -> where + " gives " + refused);
      assertNull(refused.sqlState(), where); // the database was not asked
    }
    assertThrows(
        OrmException.class, () -> db.insert(SHEET, new Sheet(1_000, "\uD83D", Json.of("x"))));
    assertThrows(OrmException.class, () -> db.insert(SHEET, new Sheet(1_000, "\0", Json.of("x"))));
    for (String name : List.of("\0", "\uD83D", "a\uDE00b")) {
      test.statements();
      assertThrows(
          InvalidQueryException.class,
          () -> db.from(SHEET).select(SHEET.body.text(name)).list());
      assertEquals(List.of(), test.statements());
    }
    assertEquals(STORED, db.from(SHEET).count());
  }

  @EachDatabase
  void pathsOfDocumentsAreNames(TestDatabase test) {
    Database db = test.with(List.of(SHEET));
    int runs = Proof.runs(100, 10_000);
    int refused = 0;
    for (int run = 0; run < runs; run++) {
      String name = Hostile.text(Proof.random(run));
      Json body = new Json.JsonObject(
          Map.of(name, new Json.JsonObject(Map.of(name, Json.of("found " + run)))));
      String where = "run " + run + ", seed " + Proof.seed() + ": " + name;
      db.insert(SHEET, new Sheet(run, name, body));
      test.statements();
      try {
        assertEquals(
            List.of(List.of(name, "found " + run)),
            db.from(SHEET)
                .where(SHEET.id.eq(run))
                .select(row(SHEET.text, SHEET.body.text(name, name))
                    .into((text, found) -> List.of(text, String.valueOf(found))))
                .list(),
            where);
        assertEquals(1, test.statements().size(), where);
      } catch (UnsupportedQueryException unsupported) {
        refused++;
        assertTrue(name.indexOf('"') >= 0, where);
        assertEquals(List.of(), test.statements(), where);
      }
    }
    Proof.report(InjectionTest.class, runs + " paths on " + test.kind() + ", refused " + refused);
  }
}
