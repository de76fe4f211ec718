package orm.test.chinook;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orm.test.chinook.Employee_.EMPLOYEE;
import static orm.test.chinook.InvoiceLine_.INVOICE_LINE;
import static orm.test.chinook.Invoice_.INVOICE;
import static orm.test.chinook.PlaylistTrack_.PLAYLIST_TRACK;
import static orm.test.chinook.Playlist_.PLAYLIST;
import static orm.test.chinook.Track_.TRACK;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import orm.api.Database;
import orm.api.Operations;
import orm.api.error.ErrorCode;
import orm.api.error.MappingException;
import orm.api.error.StatementException;
import orm.api.schema.Naming;
import orm.test.database.DatabaseKind;
import orm.test.database.EachDatabase;
import orm.test.database.Only;
import orm.test.database.TestDatabase;

/** Nothing of a database that others designed and filled is lost or changed on its way to Java. */
class ChinookReadTest {

  @EachDatabase
  void everyRowOfEveryTableIsRead(TestDatabase test) {
    Chinook chinook = Chinook.in(test);
    int rows = 0;
    for (ChinookTable<?> table : ChinookTable.ALL) {
      Fingerprint printed = chinook.fingerprint(table);
      assertEquals(table.rows(), printed.rows(), table::toString);
      assertEquals(table.rows(), chinook.db().from(table.table()).count(), table::toString);
      assertEquals(printed, read(chinook.db(), table), table::toString);
      rows += table.rows();
    }
    assertEquals(15_607, rows);
  }

  /**
   * Equal records, and not only equal checksums. One city is {@code 'Edinburgh '} in both scripts,
   * but that for PostgreSQL writes it as {@code N'Edinburgh '}, a {@code character}, whose blanks
   * at the end do not count.
   */
  @Test
  void bothDatabasesGiveEqualRecords() {
    TestDatabase postgres = TestDatabase.create(DatabaseKind.POSTGRES);
    TestDatabase sqlite = TestDatabase.create(DatabaseKind.SQLITE);
    try {
      Database one = Chinook.in(postgres).db();
      Database other = Chinook.in(sqlite).db();
      List<Object> differing = new ArrayList<>();
      for (ChinookTable<?> table : ChinookTable.ALL) {
        Set<Object> inPostgres = new HashSet<>(one.from(table.table()).list());
        for (Object row : other.from(table.table()).list()) {
          Object trimmed = row instanceof Customer customer
              ? Customer_.edit(customer).city(trimmed(customer.city())).done()
              : row instanceof Invoice invoice
                  ? Invoice_.edit(invoice)
                      .billingCity(trimmed(invoice.billingCity()))
                      .done()
                  : row;
          assertTrue(inPostgres.remove(trimmed), row::toString);
          if (!row.equals(trimmed)) {
            differing.add(row);
          }
        }
        assertEquals(Set.of(), inPostgres);
      }
      assertEquals(8, differing.size(), differing::toString);
    } finally {
      postgres.finish(false);
      sqlite.finish(false);
    }
  }

  private static @Nullable String trimmed(@Nullable String text) {
    return text == null ? null : text.stripTrailing();
  }

  @EachDatabase
  void tablesMadeFromTheRecordsTakeEveryRow(TestDatabase test) {
    // From the other database, so that each way between them is taken.
    TestDatabase other = TestDatabase.create(
        test.kind() == DatabaseKind.SQLITE ? DatabaseKind.POSTGRES : DatabaseKind.SQLITE);
    try {
      Database source = Chinook.in(other).db();
      Database copy = test.with(ChinookTable.tables());
      copy.inTransaction(tx -> ChinookTable.ALL.forEach(table -> copy(source, table, tx)));
      for (ChinookTable<?> table : ChinookTable.ALL) {
        assertEquals(read(source, table), read(copy, table), table::toString);
      }
    } finally {
      other.finish(false);
    }
  }

  private static <E> void copy(Database from, ChinookTable<E> table, Operations to) {
    List<E> rows = from.from(table.table()).list();
    assertEquals(rows, to.insertAll(table.table(), rows));
  }

  private static <E> Fingerprint read(Database db, ChinookTable<E> table) {
    return Fingerprint.of(table, db.from(table.table()).list());
  }

  @EachDatabase
  void rowsAreFoundByTheirKeys(TestDatabase test) {
    Database db = Chinook.in(test).db();
    Employee director = db.get(EMPLOYEE, 1);
    assertEquals("Andrew Adams", director.firstName() + " " + director.lastName());
    assertEquals(null, director.reportsTo());
    assertEquals(LocalDateTime.of(1962, 2, 18, 0, 0), director.birthDate());
    Employee agent = db.get(EMPLOYEE, 3);
    Employee manager = db.follow(requireNonNull(agent.reportsTo()));
    assertEquals("Edwards", manager.lastName());
    assertEquals(director, db.follow(requireNonNull(manager.reportsTo())));

    PlaylistTrack link = db.get(PLAYLIST_TRACK, new PlaylistTrack_.Key(16, 52));
    assertEquals("Grunge", db.follow(link.playlist()).name());
    assertEquals("Man In The Box", db.follow(link.track()).name());
    assertEquals(PLAYLIST.ref(16), link.playlist());
    assertTrue(db.find(PLAYLIST_TRACK, new PlaylistTrack_.Key(16, 1)).isEmpty());

    List<Track> tracks = db.from(TRACK).list();
    test.statements();
    List<Track> again = db.findAll(TRACK, tracks.stream().map(Track::trackId).toList());
    assertEquals(1, test.statements().size());
    assertEquals(new HashSet<>(tracks), new HashSet<>(again));
    List<PlaylistTrack> links = db.from(PLAYLIST_TRACK).list();
    List<PlaylistTrack> linksAgain = db.findAll(
        PLAYLIST_TRACK,
        links.stream()
            .map(
                one -> new PlaylistTrack_.Key(PLAYLIST.key(one.playlist()), TRACK.key(one.track())))
            .toList());
    assertEquals(new HashSet<>(links), new HashSet<>(linksAgain));
    assertEquals(links.size(), linksAgain.size());
  }

  @EachDatabase
  void invoicesAddUp(TestDatabase test) {
    Chinook chinook = Chinook.in(test);
    Map<Integer, BigDecimal> sums = new HashMap<>();
    for (InvoiceLine line : chinook.db().from(INVOICE_LINE).list()) {
      BigDecimal price = line.unitPrice().multiply(BigDecimal.valueOf(line.quantity()));
      sums.merge(INVOICE.key(line.invoice()), price, BigDecimal::add);
    }
    Map<Integer, BigDecimal> totals = new HashMap<>();
    for (Invoice invoice : chinook.db().from(INVOICE).list()) {
      totals.put(invoice.invoiceId(), invoice.total());
    }
    assertEquals(sums, totals);
    assertEquals(
        new BigDecimal("2328.60"),
        totals.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  @EachDatabase
  @Only(value = DatabaseKind.SQLITE, because = "PostgreSQL has decimals")
  void amountsAreNotMisreadWithoutTheOptionForThem(TestDatabase test) {
    Chinook.load(test);
    Database db =
        test.open(test.settings().toBuilder().naming(Naming.PASCAL_CASE).build());
    MappingException e = assertThrows(MappingException.class, () -> db.get(TRACK, 1));
    assertEquals(ErrorCode.MAPPING_FAILED, e.code());
    assertEquals("unitPrice", e.column());
  }

  @EachDatabase
  @Only(value = DatabaseKind.SQLITE, because = "PostgreSQL's script has the names of the records")
  void namesInAnotherFormAreNamedInTheError(TestDatabase test) {
    Chinook.load(test);
    Database db = test.open(test.settings());
    StatementException e =
        assertThrows(StatementException.class, () -> db.from(PLAYLIST_TRACK).list());
    assertEquals(ErrorCode.SCHEMA_MISMATCH, e.code());
    assertTrue(String.valueOf(e.getMessage()).contains("playlist_track"), e::getMessage);
  }
}
