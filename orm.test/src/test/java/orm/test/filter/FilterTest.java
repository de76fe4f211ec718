package orm.test.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orm.api.expression.Expressions.exists;
import static orm.api.expression.Expressions.param;
import static orm.api.query.Select.from;
import static orm.test.filter.Doc_.DOC;
import static orm.test.filter.Place_.PLACE;
import static orm.test.filter.Team_.TEAM;
import static orm.test.filter.Tenants.doc;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.function.Executable;
import orm.api.Database;
import orm.api.Orm;
import orm.api.error.ErrorCode;
import orm.api.error.FilterException;
import orm.api.expression.Condition;
import orm.api.expression.Param;
import orm.api.query.QueryText;
import orm.api.query.Select;
import orm.spi.filter.FilteredTable;
import orm.spi.filter.RowFilter;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/** Where filters apply, where they do not, and what becomes of those that fail. */
class FilterTest {
  /** A filter of one table, made of its parts. */
  private record Made(
      String name,
      Function<FilteredTable, Optional<Condition>> condition,
      Function<Param<?>, Optional<?>> value,
      boolean checksWrites)
      implements RowFilter {
    @Override
    public Optional<Condition> conditionOn(FilteredTable table) {
      return condition.apply(table);
    }

    @Override
    public Optional<?> value(Param<?> parameter) {
      return value.apply(parameter);
    }
  }

  private static RowFilter onDocs(Condition condition) {
    return new Made(
        "of docs",
        table -> table.is(DOC) ? Optional.of(condition) : Optional.empty(),
        parameter -> Optional.empty(),
        true);
  }

  private static Database open(TestDatabase test, RowFilter... filters) {
    var builder = Orm.builder(test.settings());
    for (RowFilter filter : filters) {
      builder.filter(filter);
    }
    return test.open(builder);
  }

  private static FilterException failed(Executable statement, String why) {
    FilterException failed = assertThrows(FilterException.class, statement);
    assertTrue(String.valueOf(failed.getMessage()).contains(why), failed::getMessage);
    assertEquals("Doc", failed.entity());
    return failed;
  }

  @EachDatabase
  void aTenantThatIsNotSetIsAnError(TestDatabase test) {
    Tenants.fill(test, "red", "blue");
    AtomicReference<@Nullable String> tenant = new AtomicReference<>();
    Database db = open(
        test,
        RowFilter.byColumn(
            "tenant", "tenant", String.class, () -> Optional.ofNullable(tenant.get())));
    List<Executable> all = List.of(
        () -> db.find(DOC, 1L),
        () -> db.from(DOC).count(),
        () -> db.insert(DOC, doc("red", 9, 1)),
        () -> db.deleteFrom(DOC).all().execute());
    for (Executable statement : all) {
      FilterException failed = failed(statement, "filter tenant has no value for tenant now");
      assertEquals(ErrorCode.FILTER_VALUE_MISSING, failed.code());
    }
    assertEquals(3, db.from(PLACE).count(), "nobody asks for the tenant here");
    tenant.set("red");
    assertEquals(3, db.from(DOC).count());
    db.inTransaction(tx -> {
      assertEquals(3, tx.from(DOC).count());
      tenant.set("blue"); // a value is that of the statement
      assertEquals("blue", tx.get(DOC, 101L).tenant());
      tenant.set(null);
      failed(() -> tx.from(DOC).exists(), "no value");
      assertEquals(3, tx.from(PLACE).count(), "the transaction goes on");
    });
  }

  @EachDatabase
  void plansAreSharedAndValuesAreBound(TestDatabase test) {
    Tenants.fill(test, "red", "blue");
    AtomicReference<String> tenant = new AtomicReference<>("red");
    Database db = open(
        test,
        RowFilter.byColumn("tenant", "tenant", String.class, () -> Optional.of(tenant.get())));
    QueryText red = db.from(DOC).where(DOC.team().name.ne("x"), DOC.pages.gt(5)).text();
    tenant.set("blue");
    QueryText blue =
        db.from(DOC).where(DOC.team().name.ne("x"), DOC.pages.gt(5)).text();
    assertEquals(red.text(), blue.text());
    assertEquals(List.of("tenant"), blue.filters());
    assertEquals(2, red.values().stream().filter("red"::equals).count());
    assertEquals(2, blue.values().stream().filter("blue"::equals).count());
    assertEquals("filters: tenant", db.from(DOC).explain().get(0));
    assertEquals(List.of(), db.from(PLACE).text().filters());
  }

  @EachDatabase
  void whoSaysWhySeesEverything(TestDatabase test) {
    Tenants.fill(test, "red", "blue");
    Database db = Tenants.as(test, "red");
    assertEquals(6, db.from(DOC).unscoped("an audit").count());
    assertEquals(6, db.unscoped("an audit").from(DOC).count());
    assertEquals(
        6, (int) db.transaction(tx -> (int) tx.unscoped("an audit").from(DOC).count()));
    assertThrows(IllegalArgumentException.class, () -> db.unscoped(" "));
    assertThrows(IllegalArgumentException.class, () -> db.from(DOC).unscoped(""));
    assertThrows(
        IllegalArgumentException.class,
        () -> db.deleteFrom(DOC).all().unscoped("").execute());
    Select<Long> all = from(TEAM).unscoped("an audit").select(TEAM.id);
    assertEquals(
        List.of(101L),
        db.from(PLACE).where(PLACE.id.gt(2L), PLACE.id.in(all)).select(PLACE.id).list(),
        "only the query inside");
    assertEquals(3, db.from(DOC).where(exists(all)).count());
    assertEquals(6, db.update(DOC).set(DOC.pages, 1).all().unscoped("an audit").execute());
    Doc foreign = db.unscoped("an audit").insert(DOC, doc("blue", 9, 1));
    assertEquals(Optional.empty(), db.find(DOC, foreign.id()));
  }

  /**
   * The common table is planned where it is met first, and that is inside a query that sees all.
   */
  @EachDatabase
  void aCommonTableIsFilteredWhereverItIsUsed(TestDatabase test) {
    Tenants.fill(test, "red", "blue");
    Database db = Tenants.as(test, "red");
    Team_ common = from(TEAM).asCommonTable("c", Team_::new);
    assertEquals(
        List.of(1L, 2L),
        db.from(PLACE)
            .where(
                PLACE.id.in(from(common).unscoped("an audit").select(common.id)),
                PLACE.id.in(from(common).select(common.id)))
            .orderBy(PLACE.id.asc())
            .select(PLACE.id)
            .list());
  }

  @EachDatabase
  void severalFiltersApplyAndAskOtherTables(TestDatabase test) {
    Tenants.fill(test, "red", "blue");
    RowFilter inTeams = new Made(
        "teams",
        table -> table.is(DOC)
            ? Optional.of(exists(
                from(TEAM).where(TEAM.id.eq(DOC.id), TEAM.name.ne(param("no", String.class)))))
            : Optional.empty(),
        parameter -> Optional.of("red beta"),
        false);
    Database db = open(test, Tenants.only("red"), inTeams);
    assertEquals(List.of("red doc 1"), db.from(DOC).select(DOC.title).list());
    assertEquals(Optional.empty(), db.find(DOC, 2L));
    assertEquals("red doc 1", db.get(DOC, 1L).title());
    assertEquals(1, db.update(DOC).set(DOC.pages, 7).all().execute());
    assertEquals(List.of("tenant", "teams"), db.from(DOC).text().filters());
    assertEquals("red doc 8", db.insert(DOC, doc("red", 8, 1)).title(), "it checks no writes");
    RowFilter strict = new Made("teams", inTeams::conditionOn, parameter -> Optional.of("x"), true);
    failed(() -> open(test, strict).insert(DOC, doc("red", 9, 1)), "without the database");
  }

  @EachDatabase
  void aFilterThatDoesNotFitIsNamed(TestDatabase test) {
    Tenants.fill(test, "red");
    RowFilter missing = new Made(
        "wrong",
        table -> table.is(DOC)
            ? Optional.of(table.column("owner", String.class).eq(param("o", String.class)))
            : Optional.empty(),
        parameter -> Optional.of("x"),
        true);
    Database db = open(test, missing);
    failed(() -> db.from(DOC).list(), "Doc has no column owner");
    failed(() -> db.find(DOC, 1L), "Cannot filter Doc by wrong");
    failed(() -> db.from(TEAM).where(TEAM.docs().any()).list(), "Doc has no column owner");
    failed(() -> db.deleteFrom(DOC).all().execute(), "Doc has no column owner");
    failed(() -> open(test, onDocs(DOC.tenant.eq("red"))).find(DOC, 1L), "Use a parameter");
    failed(
        () -> open(test, onDocs(DOC.team().name.isNotNull())).from(DOC).list(),
        "a path to another table");
    failed(() -> open(test, onDocs(TEAM.name.isNotNull())).from(DOC).list(), "cannot be planned");
    Param<String> text = param("text", String.class);
    RowFilter throwing = new Made(
        "thrower",
        table -> Optional.of(DOC.tenant.eq(text)),
        parameter -> {
          throw new IllegalStateException("a secret");
        },
        true);
    FilterException thrown =
        failed(() -> open(test, throwing).from(DOC).list(), "filter thrower threw java.lang.Ill");
    assertTrue(!String.valueOf(thrown.getMessage()).contains("secret"), thrown::getMessage);
    RowFilter mistaken = new Made(
        "mistaken", table -> Optional.of(DOC.tenant.eq(text)), parameter -> Optional.of(7), true);
    failed(() -> open(test, mistaken).from(DOC).list(), "gives a java.lang.Integer");
    assertEquals(3, test.db().from(DOC).count());
  }

  /** References that lead out of the tenant are faults of the data, and show nothing. */
  @EachDatabase
  void aReferenceToAHiddenRowShowsNothing(TestDatabase test) {
    Database everything = Tenants.fill(test, "red", "blue");
    everything.update(DOC, Doc_.edit(doc("red", 1, 1)).parent(DOC.ref(101L)).done());
    everything.update(DOC, Doc_.edit(doc("red", 3, 1)).team(TEAM.ref(101L)).done());
    Database db = Tenants.as(test, "red");
    assertEquals(List.of("red doc 1", "red doc 2"), titles(db, DOC.team().name.ne("x")));
    assertEquals(List.of("red doc 2"), titles(db, DOC.parent().title.ne("x")));
    assertEquals(List.of(), titles(db, DOC.parent().tenant.eq("blue")));
    List<String> parents =
        db.from(DOC).orderBy(DOC.id.asc()).select(DOC.parent().title).list();
    assertNull(parents.get(0));
    assertEquals(3, parents.size());
    assertThrows(
        orm.api.error.RowNotFoundException.class,
        () -> db.follow(Objects.requireNonNull(db.get(DOC, 1L).parent())));
  }

  private static List<String> titles(Database db, Condition condition) {
    return db.from(DOC).where(condition).orderBy(DOC.id.asc()).select(DOC.title).list();
  }

  @EachDatabase
  void sqlAsTextIsNotFiltered(TestDatabase test) {
    Tenants.fill(test, "red", "blue");
    Database db = Tenants.as(test, "red");
    assertEquals(
        6, db.sql("select id from doc").map(row -> row.nextLong()).list().size());
  }

  /** A filter that has nothing to say about a table changes nothing there. */
  @EachDatabase
  void whatNoFilterConcernsStaysAsItIs(TestDatabase test) {
    Database free = Tenants.fill(test, "red");
    Database db = Tenants.as(test, "red");
    test.statements();
    free.find(PLACE, 1L);
    free.from(PLACE).where(PLACE.id.gt(1L)).list();
    List<String> wanted = test.statements();
    db.find(PLACE, 1L);
    db.from(PLACE).where(PLACE.id.gt(1L)).list();
    assertEquals(wanted, test.statements());
  }
}
