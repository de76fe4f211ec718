package orm.test.chinook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orm.api.expression.Expressions.row;
import static orm.test.chinook.Invoice_.INVOICE;
import static orm.test.chinook.PlaylistTrack_.PLAYLIST_TRACK;
import static orm.test.chinook.Track_.TRACK;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orm.api.Database;
import orm.api.query.Keyset;
import orm.api.query.Page;
import orm.api.query.Query;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/** Pages by the values at their edges make up the whole, forwards and backwards. */
class KeysetPagesTest {
  /** What no page size divides, so that the last page is a short one. */
  private static final int SIZE = 97;

  record Piece(
      String name, @Nullable String composer, @Nullable String album) {}

  private static <R> void pagesAreTheWhole(Query<R> query, List<R> whole) {
    List<R> forwards = new ArrayList<>();
    Page<R> page = query.page(Keyset.first(SIZE));
    assertTrue(page.previous().isEmpty());
    forwards.addAll(page.rows());
    for (Optional<String> next = page.next(); next.isPresent(); next = page.next()) {
      page = query.page(Keyset.after(next.get(), SIZE));
      assertFalse(page.rows().isEmpty());
      forwards.addAll(page.rows());
    }
    assertEquals(whole, forwards);
    List<R> backwards = new ArrayList<>(page.rows());
    for (Optional<String> back = page.previous(); back.isPresent(); back = page.previous()) {
      page = query.page(Keyset.before(back.get(), SIZE));
      assertFalse(page.rows().isEmpty());
      backwards.addAll(0, page.rows());
    }
    assertEquals(whole, backwards);
  }

  @EachDatabase
  void nullsTiesAndMixedDirections(TestDatabase test) {
    Database db = Chinook.in(test).db();
    Query<Track> byComposer =
        db.from(TRACK).orderBy(TRACK.composer.desc().nullsFirst(), TRACK.unitPrice.asc());
    // The page completes the order by the key; a list must be told to.
    pagesAreTheWhole(
        byComposer,
        db.from(TRACK)
            .orderBy(TRACK.composer.desc().nullsFirst(), TRACK.unitPrice.asc(), TRACK.trackId.asc())
            .list());
    Query<Track> nullsLast = db.from(TRACK)
        .orderBy(TRACK.unitPrice.desc(), TRACK.composer.asc().nullsLast(), TRACK.trackId.desc());
    pagesAreTheWhole(nullsLast, nullsLast.list());
  }

  @EachDatabase
  void keysOfSeveralReferences(TestDatabase test) {
    Database db = Chinook.in(test).db();
    pagesAreTheWhole(
        db.from(PLAYLIST_TRACK).where(PLAYLIST_TRACK.playlist().name.eq("90’s Music")),
        db.from(PLAYLIST_TRACK)
            .where(PLAYLIST_TRACK.playlist().name.eq("90’s Music"))
            .orderBy(
                PLAYLIST_TRACK.playlist.key().asc(), PLAYLIST_TRACK.track.key().asc())
            .list());
  }

  @EachDatabase
  void valuesThatAreComputedOrReachedByPaths(TestDatabase test) {
    Database db = Chinook.in(test).db();
    pagesAreTheWhole(
        db.from(INVOICE)
            .orderBy(
                INVOICE.invoiceDate.month().desc(), INVOICE.customer().lastName.asc()),
        db.from(INVOICE)
            .orderBy(
                INVOICE.invoiceDate.month().desc(),
                INVOICE.customer().lastName.asc(),
                INVOICE.invoiceId.asc())
            .list());
    Query<Piece> pieces = db.from(TRACK)
        .where(TRACK.genre().name.eq("Jazz").or(TRACK.composer.isNull()))
        .orderBy(TRACK.album().artist().name.desc(), TRACK.composer.asc().nullsFirst())
        .select(row(TRACK.name, TRACK.composer, TRACK.album().title).into(Piece::new));
    pagesAreTheWhole(
        pieces,
        pieces
            .orderBy(
                TRACK.album().artist().name.desc(),
                TRACK.composer.asc().nullsFirst(),
                TRACK.trackId.asc())
            .list());
  }

  @EachDatabase
  void anIndexServesAnOrderOfOneDirection(TestDatabase test) {
    Database db = Chinook.in(test).db();
    Query<Track> byLength = db.from(TRACK).orderBy(TRACK.milliseconds.asc());
    Page<Track> first = byLength.page(Keyset.first(10));
    test.statements();
    assertEquals(
        10, byLength.page(Keyset.after(first.next().orElseThrow(), 10)).rows().size());
    List<String> statements = test.statements();
    assertEquals(1, statements.size());
    // Neither column is ever null, so there is nothing to say about nulls.
    assertFalse(statements.get(0).contains("NULL"), statements.get(0));
  }
}
