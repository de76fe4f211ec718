package orm.test.filter;

import static orm.test.filter.Doc_.DOC;
import static orm.test.filter.Label_.LABEL;
import static orm.test.filter.Line_.LINE;
import static orm.test.filter.Place_.PLACE;
import static orm.test.filter.Team_.TEAM;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import orm.api.Database;
import orm.api.Operations;
import orm.api.Orm;
import orm.api.model.EntityTable;
import orm.spi.filter.RowFilter;
import orm.test.database.TestDatabase;

/** A database of two tenants, of which each handle sees one. */
final class Tenants {
  static final List<EntityTable<?, ?>> TABLES = List.of(TEAM, DOC, LABEL, LINE, PLACE);

  private Tenants() {}

  static RowFilter only(String tenant) {
    return RowFilter.byColumn("tenant", "tenant", String.class, () -> Optional.of(tenant));
  }

  /** The handle that sees everything, with the rows of these tenants. */
  static Database fill(TestDatabase test, String... tenants) {
    Database db = test.with(TABLES);
    List<Doc> docs = new ArrayList<>();
    for (String tenant : tenants) {
      long base = base(tenant);
      db.insertAll(
          TEAM,
          List.of(
              new Team(base + 1, tenant, tenant + " alpha"),
              new Team(base + 2, tenant, tenant + " beta")));
      Doc first = doc(tenant, 1, 10);
      docs.add(first);
      docs.add(Doc_.edit(doc(tenant, 2, 20)).parent(DOC.refTo(first)).done());
      docs.add(doc(tenant, 3, 30));
      db.insertAll(
          LABEL, List.of(new Label(tenant + " x", tenant), new Label(tenant + " y", tenant)));
      db.insertAll(LINE, List.of(new Line("ledger", (int) base + 1, tenant, 1), line(tenant, 2)));
    }
    db.insertAll(DOC, docs);
    db.insertAll(
        PLACE, List.of(new Place(1, "here"), new Place(2, "there"), new Place(101, "away")));
    for (String tenant : tenants) { // the labels of others too
      long base = base(tenant);
      for (String other : tenants) {
        db.link(DOC.labels, DOC.ref(base + 1), List.of(LABEL.ref(other + " x")));
      }
    }
    return db;
  }

  static long base(String tenant) {
    return tenant.equals("red") ? 0 : 100;
  }

  static Doc doc(String tenant, int number, int pages) {
    return new Doc(
        base(tenant) + number,
        tenant,
        tenant + " doc " + number,
        pages,
        TEAM.ref(base(tenant) + 1 + number % 2),
        null,
        0);
  }

  static Line line(String tenant, int number) {
    return new Line("ledger", (int) base(tenant) + number, tenant, number);
  }

  /** A handle that sees the rows of one tenant. */
  static Database as(TestDatabase test, String tenant) {
    return test.open(Orm.builder(test.settings()).filter(only(tenant)));
  }

  /** All rows of a tenant, whoever asks. */
  static List<Object> rows(Operations db, String tenant) {
    Operations all = db.unscoped("to compare");
    List<Object> rows = new ArrayList<>();
    rows.addAll(
        all.from(TEAM).where(TEAM.tenant.eq(tenant)).orderBy(TEAM.id.asc()).list());
    rows.addAll(all.from(DOC).where(DOC.tenant.eq(tenant)).orderBy(DOC.id.asc()).list());
    rows.addAll(
        all.from(LABEL).where(LABEL.tenant.eq(tenant)).orderBy(LABEL.code.asc()).list());
    rows.addAll(
        all.from(LINE).where(LINE.tenant.eq(tenant)).orderBy(LINE.number.asc()).list());
    return rows;
  }
}
