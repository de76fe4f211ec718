package orm.test.chinook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orm.test.chinook.Album_.ALBUM;
import static orm.test.chinook.Artist_.ARTIST;
import static orm.test.chinook.Customer_.CUSTOMER;
import static orm.test.chinook.Genre_.GENRE;
import static orm.test.chinook.InvoiceLine_.INVOICE_LINE;
import static orm.test.chinook.Invoice_.INVOICE;
import static orm.test.chinook.PlaylistTrack_.PLAYLIST_TRACK;
import static orm.test.chinook.Playlist_.PLAYLIST;
import static orm.test.chinook.Track_.TRACK;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orm.api.Database;
import orm.api.Transaction;
import orm.api.error.DuplicateKeyException;
import orm.api.error.ErrorCode;
import orm.api.error.ForeignKeyException;
import orm.api.error.StaleRowException;
import orm.api.error.TransactionFailedException;
import orm.api.error.ValueException;
import orm.test.database.DatabaseKind;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/** The shop goes on selling: writes to tables that others designed. */
class ChinookSalesTest {
  private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 22, 14, 5, 0, 250_000);

  /** Sells each of the tracks once. */
  private static Invoice sell(Transaction tx, int invoice, int firstLine, List<Integer> tracks) {
    Customer customer = tx.get(CUSTOMER, 5);
    List<Track> sold = tx.findAll(TRACK, tracks);
    BigDecimal total = sold.stream().map(Track::unitPrice).reduce(BigDecimal.ZERO, BigDecimal::add);
    Invoice saved = tx.insert(
        INVOICE,
        new Invoice(
            invoice,
            CUSTOMER.refTo(customer),
            NOW,
            customer.address(),
            customer.city(),
            customer.state(),
            customer.country(),
            customer.postalCode(),
            total));
    List<InvoiceLine> lines = new ArrayList<>();
    for (Track track : sold) {
      lines.add(new InvoiceLine(
          firstLine + lines.size(),
          INVOICE.refTo(saved),
          TRACK.refTo(track),
          track.unitPrice(),
          1));
    }
    tx.insertAll(INVOICE_LINE, lines);
    return saved;
  }

  /** What every table holds, as the database itself prints it. */
  private static Map<String, Fingerprint> contents(Chinook chinook) {
    Map<String, Fingerprint> contents = new HashMap<>();
    ChinookTable.ALL.forEach(table -> contents.put(table.toString(), chinook.fingerprint(table)));
    return contents;
  }

  /** The names of the tables that have changed. */
  private static Set<String> changed(Map<String, Fingerprint> before, Chinook chinook) {
    Map<String, Fingerprint> now = contents(chinook);
    now.entrySet().removeAll(before.entrySet());
    return now.keySet();
  }

  @EachDatabase
  void aSaleIsStoredWholly(TestDatabase test) {
    Chinook chinook = Chinook.in(test);
    Map<String, Fingerprint> before = contents(chinook);
    // Tracks 1 and 2 cost 0.99, and 2819, a video, 1.99.
    Invoice invoice = chinook.db().transaction(tx -> sell(tx, 413, 2_241, List.of(1, 2, 2_819)));

    assertEquals(Set.of("invoice", "invoice_line"), changed(before, chinook));
    assertEquals(new BigDecimal("3.97"), invoice.total());
    assertEquals(invoice, chinook.db().get(INVOICE, 413));
    List<InvoiceLine> lines = chinook
        .db()
        .from(INVOICE_LINE)
        .where(INVOICE_LINE.invoice.eq(INVOICE.ref(413)))
        .list();
    assertEquals(
        invoice.total(),
        lines.stream().map(InvoiceLine::unitPrice).reduce(BigDecimal.ZERO, BigDecimal::add));
    assertEquals(
        List.of(List.of("5", "2026-11-22 14:05:00.00025", "Prague", "3.97")),
        chinook
            .ask(
                "SELECT customer_id, invoice_date, billing_city, total FROM invoice WHERE invoice_id = 413")
            .stream()
            // PostgreSQL leaves out zeros at the end when it prints a time.
            .map(row -> row.stream()
                .map(cell -> String.valueOf(cell).replace(".000250", ".00025"))
                .toList())
            .toList());
    assertEquals(0, chinook.askNumber("""
            SELECT count(*) FROM invoice i WHERE abs(i.total - (
              SELECT sum(l.unit_price * l.quantity) FROM invoice_line l
              WHERE l.invoice_id = i.invoice_id)) > 0.001
            """));
  }

  @EachDatabase
  void aSaleThatFailsLeavesNothing(TestDatabase test) {
    Chinook chinook = Chinook.in(test);
    Database db = chinook.db();
    Map<String, Fingerprint> before = contents(chinook);

    assertThrows(
        DuplicateKeyException.class, // line 2240 was there
        () -> db.inTransaction(tx -> sell(tx, 413, 2_239, List.of(1, 2, 3))));
    assertEquals(Set.of(), changed(before, chinook));

    assertThrows(
        ForeignKeyException.class,
        () -> db.inTransaction(tx -> {
          Invoice invoice = sell(tx, 413, 2_241, List.of(1, 2));
          tx.insert(
              INVOICE_LINE,
              new InvoiceLine(2_243, INVOICE.refTo(invoice), TRACK.ref(99_999), BigDecimal.ONE, 1));
        }));
    assertEquals(Set.of(), changed(before, chinook));

    IllegalStateException own = new IllegalStateException("the card was refused");
    assertEquals(
        own,
        assertThrows(
            IllegalStateException.class,
            () -> db.inTransaction(tx -> {
              Invoice ignored = sell(tx, 413, 2_241, List.of(1, 2));
              throw own;
            })));
    assertEquals(Set.of(), changed(before, chinook));
  }

  @EachDatabase
  void aSaleIsNotStoredInPartWhenItsFailureIsCaught(TestDatabase test) {
    Chinook chinook = Chinook.in(test);
    Map<String, Fingerprint> before = contents(chinook);
    TransactionFailedException e = assertThrows(
        TransactionFailedException.class,
        () -> chinook.db().inTransaction(tx -> {
          Invoice ignored = sell(tx, 413, 2_241, List.of(1, 2));
          assertThrows(
              DuplicateKeyException.class, () -> tx.insert(GENRE, new Genre(1, "Rock again")));
        }));
    assertTrue(e.getCause() instanceof DuplicateKeyException, e::toString);
    assertEquals(Set.of(), changed(before, chinook));

    // Inside a savepoint it concerns the savepoint only.
    chinook.db().inTransaction(tx -> {
      Invoice ignored = sell(tx, 413, 2_241, List.of(1, 2));
      assertThrows(
          DuplicateKeyException.class,
          () -> tx.inNested(nested -> nested.insert(GENRE, new Genre(1, "Rock again"))));
    });
    assertEquals(Set.of("invoice", "invoice_line"), changed(before, chinook));
  }

  @EachDatabase
  void aReferenceToNothingIsRefused(TestDatabase test) {
    Chinook chinook = Chinook.in(test);
    ForeignKeyException e = assertThrows(
        ForeignKeyException.class,
        () -> chinook.db().insert(ALBUM, new Album(348, "Nobody's", ARTIST.ref(9_999))));
    assertEquals(ErrorCode.FOREIGN_KEY, e.code());
    assertEquals("Album", e.entity());
    if (test.kind() == DatabaseKind.POSTGRES) { // SQLite does not say which one it was
      assertEquals("album_artist_id_fkey", e.constraint());
      assertEquals("artist", e.column());
    }
    assertEquals(0, chinook.askNumber("SELECT count(*) FROM album WHERE album_id = 348"));
  }

  @EachDatabase
  void aRowThatIsReferredToStays(TestDatabase test) {
    Chinook chinook = Chinook.in(test);
    Map<String, Fingerprint> before = contents(chinook);
    Artist acdc = chinook.db().get(ARTIST, 1);
    ForeignKeyException e =
        assertThrows(ForeignKeyException.class, () -> chinook.db().delete(ARTIST, acdc));
    assertEquals("Artist", e.entity());
    assertEquals(Set.of(), changed(before, chinook));
  }

  @EachDatabase
  void oneRowIsUpdatedAndNoOther(TestDatabase test) {
    Chinook chinook = Chinook.in(test);
    Database db = chinook.db();
    Map<String, Fingerprint> before = contents(chinook);
    Track track = db.get(TRACK, 2);
    Track changed = Track_.edit(track)
        .name("Ω – naïve \"quote\" it's 100%")
        .album(null)
        .bytes(null)
        .unitPrice(new BigDecimal("1.5"))
        .done();
    assertEquals(new BigDecimal("1.50"), db.update(TRACK, changed).unitPrice());
    assertEquals(Track_.edit(changed).unitPrice(new BigDecimal("1.50")).done(), db.get(TRACK, 2));
    assertEquals(Set.of("track"), changed(before, chinook));

    db.update(TRACK, track);
    assertEquals(Set.of(), changed(before, chinook));
    assertThrows(
        StaleRowException.class,
        () -> db.update(TRACK, Track_.edit(track).trackId(9_999).done()));
    assertThrows(
        ValueException.class,
        () -> db.update(TRACK, Track_.edit(track).name("x".repeat(201)).done()));
    assertThrows(
        ValueException.class,
        () -> db.update(
            TRACK, Track_.edit(track).unitPrice(new BigDecimal("0.999")).done()));
    assertEquals(Set.of(), changed(before, chinook));
  }

  @EachDatabase
  void manyRowsAreUpdatedInOneStatement(TestDatabase test) {
    Chinook chinook = Chinook.in(test);
    Database db = chinook.db();
    List<Track> cheap =
        db.from(TRACK).where(TRACK.unitPrice.eq(new BigDecimal("0.99"))).list();
    assertEquals(
        chinook.askNumber("SELECT count(*) FROM track WHERE unit_price = 0.99"), cheap.size());
    test.statements();
    db.updateAll(
        TRACK,
        cheap.stream()
            .map(track -> Track_.edit(track).unitPrice(new BigDecimal("1.09")).done())
            .toList());
    assertEquals(1, test.statements().size());
    assertEquals(0, chinook.askNumber("SELECT count(*) FROM track WHERE unit_price = 0.99"));
    assertEquals(
        cheap.size(), chinook.askNumber("SELECT count(*) FROM track WHERE unit_price = 1.09"));
  }

  @EachDatabase
  void aRowOfNothingButItsKeyCanBeWritten(TestDatabase test) {
    Chinook chinook = Chinook.in(test);
    Database db = chinook.db();
    Map<String, Fingerprint> before = contents(chinook);
    PlaylistTrack link = new PlaylistTrack(PLAYLIST.ref(16), TRACK.ref(1));
    PlaylistTrack_.Key key = new PlaylistTrack_.Key(16, 1);

    assertEquals(link, db.insert(PLAYLIST_TRACK, link));
    assertEquals(link, db.get(PLAYLIST_TRACK, key));
    assertEquals(link, db.update(PLAYLIST_TRACK, link));
    assertEquals(link, db.upsert(PLAYLIST_TRACK, link));
    assertEquals(List.of(link), db.updateAll(PLAYLIST_TRACK, List.of(link)));
    assertEquals(List.of(link), db.upsertAll(PLAYLIST_TRACK, List.of(link)));
    DuplicateKeyException e =
        assertThrows(DuplicateKeyException.class, () -> db.insert(PLAYLIST_TRACK, link));
    assertEquals("playlist, track", e.column());
    db.delete(PLAYLIST_TRACK, link);
    assertTrue(db.find(PLAYLIST_TRACK, key).isEmpty());
    assertThrows(StaleRowException.class, () -> db.delete(PLAYLIST_TRACK, link));
    assertThrows(StaleRowException.class, () -> db.update(PLAYLIST_TRACK, link));
    assertEquals(Set.of(), changed(before, chinook));
  }

  @EachDatabase
  void givenKeysAreUpserted(TestDatabase test) {
    Chinook chinook = Chinook.in(test);
    Database db = chinook.db();
    List<Genre> genres =
        List.of(new Genre(25, "Opera buffa"), new Genre(26, "Zydeco"), new Genre(27, null));
    assertEquals(genres, db.upsertAll(GENRE, genres));
    assertEquals(new Genre(25, "Opera seria"), db.upsert(GENRE, new Genre(25, "Opera seria")));
    List<@Nullable String> names = new ArrayList<>();
    names.add("Opera seria");
    names.add("Zydeco");
    names.add(null);
    assertEquals(
        names, chinook.askColumn("SELECT name FROM genre WHERE genre_id > 24 ORDER BY genre_id"));
    assertEquals(27, db.from(GENRE).count());
  }
}
