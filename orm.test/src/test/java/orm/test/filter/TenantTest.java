package orm.test.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orm.api.expression.Expressions.count;
import static orm.api.expression.Expressions.excluded;
import static orm.api.expression.Expressions.exists;
import static orm.api.expression.Expressions.many;
import static orm.api.expression.Expressions.not;
import static orm.api.expression.Expressions.optional;
import static orm.api.expression.Expressions.or;
import static orm.api.expression.Expressions.orderedBy;
import static orm.api.expression.Expressions.row;
import static orm.api.expression.Expressions.scalar;
import static orm.api.expression.Expressions.scalarNumber;
import static orm.api.expression.Expressions.when;
import static orm.api.query.Select.from;
import static orm.test.filter.Doc_.DOC;
import static orm.test.filter.Line_.LINE;
import static orm.test.filter.Place_.PLACE;
import static orm.test.filter.Team_.TEAM;
import static orm.test.filter.Tenants.doc;
import static orm.test.filter.Tenants.line;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orm.api.Database;
import orm.api.Operations;
import orm.api.annotation.LoadStrategy;
import orm.api.error.ErrorCode;
import orm.api.error.FilteredRowException;
import orm.api.error.OrmException;
import orm.api.model.Graph;
import orm.api.query.Keyset;
import orm.api.query.Select;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/**
 * Whatever is asked of a database that two tenants share, it answers one of them as a database
 * would that has no other rows: this is compared. That the other rows could have been met is shown
 * by the same statements without filters.
 */
class TenantTest {
  private static final Doc_ OTHER = DOC.as("other");
  private static final Team_ T = TEAM.as("t");

  /** A statement; gives what the caller learns. */
  private interface Attack extends Function<Operations, Object> {}

  private static Map<String, Attack> reads() {
    Map<String, Attack> all = new LinkedHashMap<>();
    all.put("find", db -> db.find(DOC, 101L));
    all.put("find by unique key", db -> db.find(DOC.byTitle, "blue doc 1"));
    all.put("get", db -> db.get(DOC, 101L));
    all.put("follow", db -> db.follow(TEAM.ref(101L)));
    all.put("findAll", db -> db.findAll(DOC, List.of(1L, 101L, 102L)));
    all.put("findAll by unique key", db -> db.findAll(DOC.byTitle, List.of("blue doc 1")));
    all.put(
        "findAll of two columns",
        db -> db.findAll(LINE, List.of(new Line_.Key("ledger", 1), new Line_.Key("ledger", 101))));
    all.put("list", db -> db.from(DOC).orderBy(DOC.id.asc()).list());
    all.put("alias", db -> db.from(OTHER).orderBy(OTHER.id.asc()).list());
    all.put("first", db -> db.from(DOC).orderBy(DOC.id.desc()).first());
    all.put("one", db -> db.from(DOC).where(DOC.id.eq(101L)).find());
    all.put("count", db -> db.from(DOC).count());
    all.put("exists", db -> db.from(DOC).where(DOC.id.gt(100L)).exists());
    all.put("stream", db -> db.from(DOC).orderBy(DOC.id.asc()).stream(Stream::toList));
    all.put(
        "page", db -> db.from(DOC).orderBy(DOC.id.desc()).page(Keyset.first(2)).rows());
    all.put(
        "or",
        db -> db.from(DOC)
            .where(or(DOC.id.gt(0L), DOC.tenant.eq("blue")))
            .orderBy(DOC.id.asc())
            .list());
    all.put("not", db -> db.from(DOC).where(not(DOC.tenant.eq("red"))).list());
    all.put("offset", db -> db.from(DOC).orderBy(DOC.id.asc()).offset(2).list());
    all.put(
        "aggregate",
        db -> db.from(DOC).select(row(count(), DOC.pages.sum()).into(Pair::new)).list());
    all.put(
        "group",
        db -> db.from(DOC)
            .groupBy(DOC.tenant)
            .select(row(DOC.tenant, count()).into(Pair::new))
            .list());
    all.put(
        "having",
        db -> db.from(DOC)
            .groupBy(DOC.tenant)
            .having(count().gt(0L))
            .select(DOC.tenant)
            .list());
    all.put("distinct", db -> db.from(DOC).distinct().select(DOC.tenant).list());
    all.put(
        "reference path",
        db -> db.from(DOC).orderBy(DOC.id.asc()).select(DOC.team().name).list());
    all.put(
        "path in where",
        db -> db.from(DOC)
            .where(DOC.team().name.contains("blue"))
            .orderBy(DOC.id.asc())
            .list());
    all.put(
        "path in order",
        db -> db.from(DOC).orderBy(DOC.team().name.desc(), DOC.id.asc()).list());
    all.put(
        "nullable path",
        db -> db.from(DOC)
            .orderBy(DOC.id.asc())
            .select(row(DOC.title, optional(DOC.parent())).into(Pair::new))
            .list());
    all.put(
        "join",
        db -> db.from(DOC)
            .join(T, T.id.ne(DOC.id))
            .orderBy(DOC.id.asc(), T.id.asc())
            .select(row(DOC.title, T.name).into(Pair::new))
            .list());
    all.put(
        "cross join",
        db -> db.from(PLACE)
            .crossJoin(TEAM)
            .orderBy(PLACE.id.asc(), TEAM.id.asc())
            .select(TEAM.name)
            .list());
    all.put(
        "left join",
        db -> db.from(PLACE)
            .leftJoin(DOC, DOC.id.gt(PLACE.id))
            .orderBy(PLACE.id.asc(), DOC.id.asc())
            .select(row(PLACE.name, optional(DOC)).into(Pair::new))
            .list());
    all.put(
        "right join",
        db -> db.from(DOC)
            .rightJoin(T, DOC.team.refersTo(T))
            .orderBy(T.id.asc(), DOC.id.asc())
            .select(row(optional(DOC), T.name).into(Pair::new))
            .list());
    all.put(
        "full join",
        db -> db.from(DOC)
            .fullJoin(T, DOC.id.eq(T.id))
            .orderBy(DOC.id.asc(), T.id.asc())
            .select(row(optional(DOC), optional(T)).into(Pair::new))
            .list());
    all.put(
        "full join of what is empty",
        db -> db.from(PLACE)
            .fullJoin(DOC, PLACE.id.eq(DOC.id))
            .orderBy(DOC.id.asc())
            .select(row(optional(PLACE), optional(DOC)).into(Pair::new))
            .list());
    all.put(
        "inverse path",
        db -> db.from(TEAM)
            .join(TEAM.docs())
            .orderBy(TEAM.id.asc(), TEAM.docs().id.asc())
            .select(TEAM.docs().title)
            .list());
    all.put(
        "left inverse path",
        db -> db.from(TEAM)
            .leftJoin(TEAM.docs())
            .orderBy(TEAM.id.asc(), TEAM.docs().id.asc())
            .select(row(TEAM.name, optional(TEAM.docs())).into(Pair::new))
            .list());
    all.put(
        "linked path",
        db -> db.from(DOC)
            .join(DOC.labels())
            .orderBy(DOC.id.asc(), DOC.labels().code.asc())
            .select(row(DOC.title, DOC.labels().code).into(Pair::new))
            .list());
    all.put(
        "left linked path",
        db -> db.from(DOC)
            .leftJoin(DOC.labels())
            .orderBy(DOC.id.asc(), DOC.labels().code.asc())
            .select(row(DOC.title, optional(DOC.labels())).into(Pair::new))
            .list());
    all.put(
        "any",
        db -> db.from(TEAM)
            .where(TEAM.docs().any(TEAM.docs().id.gt(2L)))
            .orderBy(TEAM.id.asc())
            .list());
    all.put(
        "any linked",
        db -> db.from(DOC)
            .where(DOC.labels().any(DOC.labels().code.startsWith("blue")))
            .list());
    all.put(
        "none",
        db -> db.from(DOC).where(DOC.labels().none()).orderBy(DOC.id.asc()).list());
    all.put(
        "every",
        db -> db.from(DOC)
            .where(DOC.labels().every(DOC.labels().code.startsWith("red")))
            .orderBy(DOC.id.asc())
            .list());
    all.put(
        "exists subquery",
        db -> db.from(PLACE)
            .where(exists(from(DOC).where(DOC.id.gt(100L))))
            .orderBy(PLACE.id.asc())
            .list());
    all.put(
        "in subquery",
        db -> db.from(PLACE)
            .where(PLACE.id.in(from(TEAM).where(TEAM.id.gt(0L)).select(TEAM.id)))
            .orderBy(PLACE.id.asc())
            .list());
    all.put(
        "scalar subquery",
        db -> db.from(PLACE)
            .orderBy(PLACE.id.asc())
            .select(scalar(from(DOC).select(DOC.title.min())))
            .list());
    all.put(
        "subquery of a path",
        db -> db.from(DOC)
            .orderBy(DOC.id.asc())
            .select(scalarNumber(from(DOC.labels()).select(count())))
            .list());
    all.put("derived table", db -> {
      Doc_ derived = from(DOC).where(DOC.id.gt(0L)).asTable("d", Doc_::new);
      return db.from(derived).orderBy(derived.id.asc()).list();
    });
    all.put("common table", db -> {
      Doc_ common = from(DOC).asCommonTable("c", Doc_::new);
      return db.from(common)
          .where(common.id.in(from(common).select(common.id)))
          .orderBy(common.id.asc())
          .list();
    });
    all.put("recursion", db -> {
      Doc_ tree = Select.recursive(
          "tree",
          Doc_::new,
          from(DOC).where(DOC.parent.isNull()),
          last -> from(OTHER).join(last, OTHER.parent.refersTo(last)).select(OTHER));
      return db.from(tree).orderBy(tree.id.asc()).list();
    });
    all.put(
        "union",
        db ->
            db
                .query(from(DOC).select(DOC.title).union(from(TEAM).select(TEAM.name)))
                .list()
                .stream()
                .sorted()
                .toList());
    all.put(
        "except",
        db -> db
            .query(from(DOC)
                .select(DOC.title)
                .except(from(DOC).where(DOC.id.eq(1L)).select(DOC.title)))
            .list()
            .stream()
            .sorted()
            .toList());
    all.put(
        "window",
        db -> db.from(DOC)
            .orderBy(DOC.id.asc())
            .select(
                row(DOC.title, DOC.pages.sum().over(orderedBy(DOC.id.asc()))).into(Pair::new))
            .list());
    all.put(
        "case",
        db -> db.from(DOC)
            .orderBy(DOC.id.asc())
            .select(when(DOC.id.gt(100L), "blue").otherwise("red"))
            .list());
    all.put(
        "list by keys",
        db -> db.from(TEAM)
            .orderBy(TEAM.id.asc())
            .select(row(
                    TEAM.name,
                    many(
                        from(TEAM.docs()).orderBy(TEAM.docs().id.asc()).select(TEAM.docs().title),
                        LoadStrategy.KEYS))
                .into(Pair::new))
            .list());
    all.put(
        "list by join",
        db -> db.from(DOC)
            .orderBy(DOC.id.asc())
            .select(row(
                    DOC.title,
                    many(
                        from(DOC.labels())
                            .orderBy(DOC.labels().code.asc())
                            .select(DOC.labels().code),
                        LoadStrategy.JOIN))
                .into(Pair::new))
            .list());
    all.put(
        "ranked list",
        db -> db.from(TEAM)
            .orderBy(TEAM.id.asc())
            .select(row(
                    TEAM.name,
                    many(from(TEAM.docs())
                        .orderBy(TEAM.docs().id.desc())
                        .limit(1)
                        .select(TEAM.docs().title)))
                .into(Pair::new))
            .list());
    all.put(
        "projection",
        db -> db.from(DOC).orderBy(DOC.id.asc()).select(DocCard_.SHAPE).list());
    all.put("lock", db -> db.from(DOC).orderBy(DOC.id.asc()).forUpdate().list());
    return all;
  }

  private static Map<String, Attack> writes() {
    Map<String, Attack> all = new LinkedHashMap<>();
    all.put("delete", db -> {
      db.delete(DOC, doc("blue", 3, 30));
      return "gone";
    });
    all.put("update", db -> db.update(DOC, doc("red", 103, 5)));
    all.put(
        "updateAll",
        db -> db.updateAll(TEAM, List.of(new Team(1, "red", "x"), new Team(101, "red", "y"))));
    all.put("bulk update", db -> db.update(DOC).set(DOC.pages, 0).all().execute());
    all.put(
        "bulk update where",
        db -> db.update(DOC).set(DOC.pages, 0).where(DOC.id.gt(2L)).execute());
    all.put(
        "update returning",
        db -> db.update(TEAM).set(TEAM.name, "mine").all().returning(TEAM.name).list());
    all.put(
        "update from",
        db -> db.update(DOC)
            .set(DOC.pages, 0)
            .from(T, T.id.gt(100L).or(T.id.eq(DOC.id)))
            .where(DOC.id.gt(0L))
            .execute());
    all.put(
        "update by path",
        db -> db.update(DOC)
            .set(DOC.pages, 0)
            .where(DOC.team().name.contains("beta"))
            .execute());
    all.put(
        "update by a value of others",
        db -> db.update(PLACE)
            .set(PLACE.name, scalar(from(TEAM).select(TEAM.name.min())))
            .where(PLACE.id.eq(1L))
            .returning(PLACE.name)
            .list());
    all.put("bulk delete", db -> db.deleteFrom(LINE).all().execute());
    all.put(
        "bulk delete where", db -> db.deleteFrom(LINE).where(LINE.number.gt(1)).execute());
    all.put(
        "delete using",
        db -> db.deleteFrom(LINE).using(DOC, DOC.pages.gt(LINE.amount)).all().execute());
    all.put(
        "delete by a subquery",
        db -> db.deleteFrom(PLACE)
            .where(exists(from(DOC).where(DOC.tenant.eq("blue"))))
            .execute());
    all.put(
        "delete returning",
        db -> db.deleteFrom(LINE).where(LINE.amount.gt(0)).returning(LINE.number).list().stream()
            .sorted()
            .toList());
    all.put(
        "insert from a query",
        db -> db.insertInto(PLACE)
            .set(PLACE.id, DOC.pages.asLong().plus(1000L))
            .set(PLACE.name, DOC.title)
            .from(from(DOC))
            .execute());
    all.put(
        "insert a value of others",
        db -> db.insertInto(PLACE)
            .set(PLACE.id, 7L)
            .set(PLACE.name, scalar(from(DOC).select(DOC.title.min())))
            .returning(PLACE.name)
            .list());
    all.put(
        "conflict with a condition on others",
        db -> db.insertInto(PLACE)
            .values(new Place(1, "x"))
            .onConflict(PLACE)
            .set(PLACE.name, excluded(PLACE.name))
            .where(exists(from(DOC).where(DOC.id.gt(100L))))
            .execute());
    return all;
  }

  /** A row of two values. */
  record Pair<A, B>(@Nullable A one, @Nullable B other) {}

  /** What a statement gives or throws, and the rows of the tenant afterwards; all is undone. */
  private static List<String> outcome(Database db, boolean scoped, Attack attack) {
    List<String> outcome = new ArrayList<>();
    try {
      db.inTransaction(tx -> {
        Object result = attack.apply(scoped ? tx : tx.unscoped("the negative control"));
        outcome.add(String.valueOf(result));
        Operations all = tx.unscoped("to compare");
        outcome.add(Tenants.rows(tx, "red").toString()
            + all.from(PLACE).orderBy(PLACE.id.asc()).list());
        outcome.add(Tenants.rows(tx, "blue").toString());
        throw new Undo();
      });
    } catch (Undo undone) {
      return outcome;
    } catch (OrmException refused) {
      return List.of(String.valueOf(refused.getMessage()));
    }
    throw new AssertionError("not undone");
  }

  private static final class Undo extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @EachDatabase
  void nothingOfTheOtherTenantIsSeenOrChanged(TestDatabase test) {
    TestDatabase alone = TestDatabase.create(test.kind());
    try {
      Database onlyRed = Tenants.fill(alone, "red");
      Tenants.fill(test, "red", "blue");
      Database red = Tenants.as(test, "red");
      Map<String, Attack> all = new LinkedHashMap<>(reads());
      all.putAll(writes());
      assertTrue(all.size() >= 60, () -> all.size() + " statements");
      String blue = Tenants.rows(red, "blue").toString();
      List<String> leaks = new ArrayList<>();
      List<String> vain = new ArrayList<>();
      all.forEach((name, attack) -> {
        List<String> wanted = outcome(onlyRed, true, attack);
        List<String> found = outcome(red, true, attack);
        boolean same = wanted.get(0).equals(found.get(0))
            && (found.size() == 1 || wanted.get(1).equals(found.get(1)));
        if (!same || (found.size() > 1 && !found.get(2).equals(blue))) {
          leaks.add(name + ":\n  wanted " + wanted + "\n  found " + found);
        }
        if (outcome(red, false, attack).equals(found)) {
          vain.add(name);
        }
      });
      assertEquals("", String.join("\n", leaks));
      assertEquals(List.of(), vain, "these would see nothing of others anyway");
    } finally {
      alone.finish(false);
    }
  }

  private static Map<String, Attack> forbidden() {
    Map<String, Attack> all = new LinkedHashMap<>();
    Doc foreign = doc("blue", 9, 1);
    all.put("insert", db -> db.insert(DOC, foreign));
    all.put("insertAll", db -> db.insertAll(DOC, List.of(doc("red", 9, 1), foreign)));
    all.put("insert of rows", db -> db.insertInto(DOC).values(foreign).execute());
    all.put(
        "insert of rows that returns",
        db -> db.insertInto(DOC)
            .values(List.of(doc("red", 9, 1), foreign))
            .returning(DOC)
            .list());
    all.put("upsert", db -> db.upsert(DOC, foreign));
    all.put("upsertAll", db -> db.upsertAll(DOC, List.of(doc("red", 9, 1), foreign)));
    all.put(
        "update",
        db -> db.update(DOC, Doc_.edit(doc("red", 1, 1)).tenant("blue").done()));
    all.put(
        "updateAll",
        db ->
            db.updateAll(DOC, List.of(Doc_.edit(doc("red", 1, 1)).tenant("blue").done())));
    all.put(
        "upsert onto a hidden row",
        db ->
            db.upsert(DOC, Doc_.edit(doc("blue", 1, 1)).tenant("red").title("x").done()));
    all.put(
        "upsertAll onto a hidden row",
        db -> db.upsertAll(LINE, List.of(line("red", 1), new Line("ledger", 101, "red", 9))));
    all.put(
        "overwrite of a hidden row",
        db -> db.insertInto(LINE)
            .values(new Line("ledger", 101, "red", 9))
            .onConflict(LINE)
            .overwrite()
            .execute());
    all.put(
        "conflict with a hidden row",
        db -> db.insertInto(LINE)
            .values(List.of(line("red", 3), new Line("ledger", 101, "red", 9)))
            .onConflict(LINE)
            .set(LINE.amount, 99)
            .execute());
    all.put("graph", db -> {
      Graph graph = new Graph();
      graph.add(TEAM, new Team(8, "red", "x"));
      graph.add(TEAM, new Team(9, "blue", "x"));
      db.insert(graph);
      return "inserted";
    });
    all.put(
        "insert by columns",
        db -> db.insertInto(TEAM)
            .set(TEAM.id, 9L)
            .set(TEAM.tenant, "blue")
            .set(TEAM.name, "x")
            .execute());
    all.put(
        "insert by computed columns",
        db -> db.insertInto(TEAM)
            .set(TEAM.id, 9L)
            .set(TEAM.tenant, DOC.title)
            .set(TEAM.name, "x")
            .from(from(DOC).where(DOC.id.eq(1L)))
            .execute());
    all.put(
        "insert that returns",
        db -> db.insertInto(TEAM)
            .set(TEAM.id, 9L)
            .set(TEAM.tenant, "blue")
            .set(TEAM.name, "x")
            .returning(TEAM)
            .one());
    all.put("giving away", db -> db.update(TEAM).set(TEAM.tenant, "blue").all().execute());
    all.put(
        "giving away in a conflict",
        db -> db.insertInto(TEAM)
            .values(new Team(1, "red", "x"))
            .onConflict(TEAM)
            .set(TEAM.tenant, "blue")
            .execute());
    return all;
  }

  @EachDatabase
  void rowsOfTheOtherTenantAreNotWritten(TestDatabase test) {
    Database everything = Tenants.fill(test, "red", "blue");
    Database red = Tenants.as(test, "red");
    String before = Tenants.rows(red, "red") + " " + Tenants.rows(red, "blue");
    forbidden().forEach((name, attack) -> {
      FilteredRowException refused =
          assertThrows(FilteredRowException.class, () -> attack.apply(red), name);
      assertEquals(ErrorCode.ROW_FILTERED, refused.code());
      assertTrue(String.valueOf(refused.getMessage()).contains("tenant"), refused::getMessage);
      assertFalse(String.valueOf(refused.getMessage()).contains("blue"), refused::getMessage);
      assertEquals(before, Tenants.rows(red, "red") + " " + Tenants.rows(red, "blue"), name);
      assertThrows(
          FilteredRowException.class,
          () -> red.inTransaction(tx -> {
            Object unused = attack.apply(tx);
          }),
          name);
      assertEquals(before, Tenants.rows(red, "red") + " " + Tenants.rows(red, "blue"), name);
    });
    forbidden().forEach((name, attack) -> { // the negative control
      try {
        everything.inTransaction(tx -> {
          Object unused = attack.apply(tx);
          throw new Undo();
        });
      } catch (Undo undone) {
        return;
      } catch (OrmException refused) {
        throw new AssertionError(name, refused);
      }
    });
  }

  @EachDatabase
  void ownRowsAreWritten(TestDatabase test) {
    Tenants.fill(test, "red", "blue");
    Database red = Tenants.as(test, "red");
    Doc added = red.insert(DOC, doc("red", 4, 40));
    assertEquals(List.of(doc("red", 5, 50)), red.insertAll(DOC, List.of(doc("red", 5, 50))));
    Doc changed = red.update(DOC, Doc_.edit(added).pages(41).done());
    assertEquals(1, changed.version());
    assertEquals(2, red.updateAll(DOC, List.of(changed)).get(0).version());
    assertEquals(43, red.upsert(DOC, Doc_.edit(changed).pages(43).done()).pages());
    assertEquals(
        9,
        red.upsertAll(LINE, List.of(new Line("ledger", 1, "red", 9), line("red", 7)))
            .get(0)
            .amount());
    assertEquals(
        1,
        red.insertInto(TEAM)
            .set(TEAM.id, 9L)
            .set(TEAM.tenant, "red")
            .set(TEAM.name, "x")
            .execute());
    assertEquals(3, red.update(TEAM).set(TEAM.tenant, "red").all().execute());
    assertEquals(
        1,
        red.insertInto(TEAM)
            .values(new Team(1, "red", "z"))
            .onConflict(TEAM)
            .set(TEAM.tenant, "red")
            .set(TEAM.name, excluded(TEAM.name))
            .execute());
    assertEquals("z", red.get(TEAM, 1L).name());
    assertEquals(5, red.from(DOC).count());
    red.delete(DOC, red.get(DOC, 4L));
    assertEquals(4, red.from(DOC).count());
  }
}
