package orm.test.eyes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orm.api.expression.Expressions.value;
import static orm.api.expression.Expressions.when;
import static orm.api.query.Select.from;
import static orm.test.eyes.Person_.PERSON;

import ch.qos.logback.classic.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import orm.api.Database;
import orm.api.Orm;
import orm.api.admin.SlowStatement;
import orm.api.error.DuplicateKeyException;
import orm.api.query.Keyset;
import orm.api.query.Page;
import orm.api.sql.Sql;
import orm.spi.filter.RowFilter;
import orm.spi.listen.StatementEvent;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/** Whatever way a value goes to the database, nobody sees it who must not. */
class MaskingTest {
  private static final String SECRET = "hush@example.org";
  private static final String EVERYTHING = "PT0.000000001S";
  private static final int PIN = 736_481;

  private final List<String> seen = new CopyOnWriteArrayList<>();

  private Database open(TestDatabase test, String... settings) {
    var changed = test.settings().toBuilder();
    for (int i = 0; i < settings.length; i += 2) {
      changed.set(settings[i], settings[i + 1]);
    }
    Database db = test.open(Orm.builder(changed.build()).listener(this::see));
    db.schema().create(List.of(PERSON));
    seen.clear();
    return db;
  }

  private void see(StatementEvent event) {
    seen.add(event.sql() + " " + event.binds() + " " + event.error());
  }

  private static Person person(String name, String email) {
    return new Person(null, name, email, PIN, new byte[2345]);
  }

  /** What was said since the last call, without a secret in it. */
  private String said(Heard log) {
    String all = String.join("\n", seen) + "\n" + String.join("\n", log.lines());
    seen.clear();
    log.lines().clear();
    assertFalse(all.contains("hush"), all);
    assertFalse(all.contains(String.valueOf(PIN)), all);
    assertTrue(all.contains("***"), all);
    return all;
  }

  @EachDatabase
  void rowsAndKeys(TestDatabase test) {
    try (Heard log = new Heard("orm.sql", Level.TRACE)) {
      Database db = open(test);
      Person one = db.insert(PERSON, person("plain to see", SECRET));
      String inserted = said(log);
      assertTrue(inserted.contains("'plain to see', ***, ***, 2345 bytes"), inserted);

      List<Person> more = db.insertAll(
          PERSON,
          List.of(
              person("first", "1" + SECRET),
              person("second", "2" + SECRET),
              person("third", "3" + SECRET),
              person("fourth", "4" + SECRET)));
      String together = said(log);
      assertTrue(together.contains("('first', ***, ***, 2345 bytes), ('second'"), together);
      assertTrue(together.contains("… 1 more rows"), together);
      assertFalse(together.contains("fourth"), together);

      db.update(PERSON, Person_.edit(one).email("5" + SECRET).done());
      said(log);
      db.updateAll(PERSON, more);
      said(log);
      db.upsert(PERSON, one);
      said(log);
      db.upsertAll(PERSON, more);
      said(log);
      assertEquals(one.id(), db.get(PERSON.byEmail, SECRET).id());
      said(log);
      assertEquals(2, db.findAll(PERSON.byEmail, List.of(SECRET, "1" + SECRET)).size());
      said(log);
      db.delete(PERSON, one);
      assertFalse(String.join("", log.lines()).contains("hush"));
    }
  }

  @EachDatabase
  void predicatesAndCursors(TestDatabase test) {
    try (Heard log = new Heard("orm.sql", Level.TRACE)) {
      Database db = open(test, "log.values", "all");
      for (int i = 0; i < 4; i++) {
        db.insert(PERSON, person("p" + i, i + SECRET));
      }
      said(log);
      var people = db.from(PERSON);
      assertEquals(
          1, people.where(PERSON.email.eq("1" + SECRET), PERSON.name.eq("p1")).count());
      assertTrue(said(log).contains("[***, 'p1']"));
      assertEquals(4, people.where(PERSON.pin.between(PIN, PIN)).list().size());
      said(log);
      assertEquals(
          1, people.where(PERSON.email.in(List.of("1" + SECRET))).list().size());
      said(log);
      assertEquals(4, people.where(PERSON.email.contains("hush")).list().size());
      said(log);
      assertEquals(1, people.where(PERSON.email.upper().eq("1HUSH@EXAMPLE.ORG")).count());
      said(log);
      assertEquals(4, people.where(PERSON.name.contains("p")).list().size());
      assertTrue(String.join("", log.lines()).contains("p%']")
          || String.join("", log.lines()).contains("['p']"));
      log.lines().clear();
      assertEquals(4, people.where(PERSON.pin.plus(1).gt(PIN)).count());
      said(log);
      Page<Person> page = people.orderBy(PERSON.email.asc()).page(Keyset.first(2));
      Page<Person> next =
          people.orderBy(PERSON.email.asc()).page(Keyset.after(page.next().orElseThrow(), 2));
      assertEquals(2, next.rows().size());
      assertFalse(said(log).contains("HUSH"));
      assertEquals(
          1,
          db.update(PERSON)
              .set(PERSON.email, SECRET)
              .where(PERSON.name.eq("p0"))
              .execute());
      assertTrue(said(log).contains("'p0'"));
      assertEquals(
          "[***]", people.where(PERSON.email.eq(SECRET)).text().values().toString());
    }
  }

  /** The values stand beside a column that anybody may see, but what they make tells of one. */
  @EachDatabase
  void valuesThatMakeUpASecretAreHidden(TestDatabase test) {
    try (Heard log = new Heard("orm.sql", Level.TRACE)) {
      Database db = open(test, "log.values", "all");
      db.insert(PERSON, person("p0", SECRET));
      said(log);
      var people = db.from(PERSON);
      assertEquals(
          1,
          people.where(Sql.condition("{0} = {1}", PERSON.email, value(SECRET))).count());
      said(log);
      assertEquals(0, people.where(PERSON.name.concat(SECRET).eq(PERSON.email)).count());
      said(log);
      assertEquals(
          1,
          people.where(PERSON.email.nullIf(SECRET).coalesce("gone").ne("hush")).count());
      said(log);
      assertEquals(
          0,
          people
              .where(
                  PERSON.email.in(from(PERSON).where(PERSON.name.eq(SECRET)).select(PERSON.name)))
              .count());
      said(log);
      Person_ all = from(PERSON).asTable("everybody", Person_::new);
      assertEquals(1, db.from(all).where(all.email.eq(SECRET)).list().size());
      said(log);
      assertEquals(
          1,
          db.update(PERSON)
              .set(PERSON.email, PERSON.name.concat(SECRET))
              .where(PERSON.name.eq("p0"))
              .execute());
      assertTrue(said(log).contains("'p0'"));
      assertEquals(
          List.of("p0hush@example.org"),
          people
              .select(when(PERSON.name.eq("p0"), PERSON.email).otherwise(SECRET))
              .list());
      said(log);
    }
  }

  @EachDatabase
  void whatFiltersDemandIsSeenLikeTheColumns(TestDatabase test) {
    try (Heard log = new Heard("orm.sql", Level.TRACE)) {
      Database db = test.open(Orm.builder(test.settings())
          .listener(this::see)
          .filter(RowFilter.byColumn("mail", "email", String.class, () -> Optional.of(SECRET)))
          .filter(RowFilter.byColumn("name", "name", String.class, () -> Optional.of("ours"))));
      db.schema().create(List.of(PERSON));
      Person ours = db.insert(PERSON, person("ours", SECRET));
      said(log);
      assertEquals("ours", db.get(PERSON, 1L).name());
      assertTrue(log.lines().get(log.lines().size() - 1).contains("'ours'"));
      said(log);
      assertEquals(1, db.from(PERSON).list().size());
      assertTrue(said(log).contains("'ours'"));
      db.updateAll(PERSON, List.of(ours));
      said(log);
      db.admin().watch().set("slow.threshold", EVERYTHING);
      assertEquals("ours", db.get(PERSON, 1L).name());
      said(log);
      SlowStatement slow = db.admin().watch().slow().get(0);
      assertFalse(slow.plan().isEmpty(), "what filters demand is bound for the plan, too");
      assertFalse(slow.toString().contains("hush"), slow::toString);
      db.delete(PERSON, ours);
      said(log);
    }
  }

  @EachDatabase
  void aValueLooksLikeNoLineOfItsOwn(TestDatabase test) {
    try (Heard log = new Heard("orm.sql", Level.TRACE)) {
      Database db = open(test);
      assertEquals(
          0, db.from(PERSON).where(PERSON.name.eq("a\nERROR b\u001b[2J")).count());
      String line = log.lines().get(log.lines().size() - 1);
      assertTrue(line.endsWith("['a\\u000aERROR b\\u001b[2J']"), line);
    }
  }

  @EachDatabase
  void whatWasWrittenAsTextIsMaskedUnlessASettingSaysOtherwise(TestDatabase test) {
    try (Heard log = new Heard("orm.sql", Level.TRACE)) {
      Database db = open(test);
      db.insert(PERSON, person("p", SECRET));
      said(log);
      var text = db.sql("select name from person where email = :email").bind("email", SECRET);
      assertEquals(1, text.result(10).rows().size());
      said(log);
      db.sql("update person set pin = :pin where email = :email")
          .batch(List.of(Map.of("pin", PIN, "email", SECRET)));
      said(log);

      db.admin().watch().set("log.values", "all");
      assertEquals(
          0,
          db.sql("select 1 from person where name = :n")
              .bind("n", "x")
              .result(1)
              .rows()
              .size());
      assertTrue(
          log.lines().get(log.lines().size() - 1).endsWith("with ['x']"), log.lines()::toString);
    }
  }

  @EachDatabase
  void failuresAndPlansShowNoValues(TestDatabase test) {
    try (Heard log = new Heard("orm.sql", Level.TRACE);
        Heard slow = new Heard("orm.sql.slow", Level.WARN)) {
      Database db = open(test);
      db.insert(PERSON, person("p", SECRET));
      DuplicateKeyException refused =
          assertThrows(DuplicateKeyException.class, () -> db.insert(PERSON, person("p", SECRET)));
      assertFalse(String.valueOf(refused.getMessage()).contains("hush"));
      String logged = said(log);
      assertTrue(logged.contains("failed with"), logged);

      db.admin().watch().set("slow.threshold", EVERYTHING);
      assertEquals(1, db.from(PERSON).where(PERSON.email.eq(SECRET)).list().size());
      db.sql("select 1 from person where email = :e").bind("e", SECRET).execute();
      db.sql("select 1 from person where pin = :p").bind("p", PIN).execute();
      List<String> plans = new ArrayList<>(slow.lines());
      db.admin().watch().slow().stream().map(SlowStatement::plan).forEach(plan -> {
        assertFalse(plan.isEmpty());
        plans.addAll(plan);
      });
      String all = String.join("\n", plans);
      assertFalse(all.contains("hush"), all);
      assertFalse(all.contains(String.valueOf(PIN)), all);
    }
  }
}
