package orm.test.chinook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orm.api.expression.Expressions.many;
import static orm.api.expression.Expressions.row;
import static orm.test.chinook.Album_.ALBUM;
import static orm.test.chinook.Artist_.ARTIST;
import static orm.test.chinook.Track_.TRACK;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orm.api.Database;
import orm.api.query.Query;
import orm.api.query.Select;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/** Lists inside rows take one statement for each level, however many rows there are. */
class NestedStatementsTest {
  record Titles(String title, List<String> tracks) {}

  record Shelf(@Nullable String name, List<Titles> albums) {}

  record Sides(int album, List<Integer> longest, List<Integer> others, List<String> none) {}

  private static Query<Shelf> shelves(Database db) {
    Album_ albums = ARTIST.albums();
    Track_ tracks = albums.tracks();
    Select<Titles> titles = Select.from(albums)
        .orderBy(albums.albumId.asc())
        .select(row(
                albums.title,
                many(Select.from(tracks).orderBy(tracks.trackId.asc()).select(tracks.name)))
            .into(Titles::new));
    return db.from(ARTIST)
        .orderBy(ARTIST.artistId.asc())
        .select(row(ARTIST.name, many(titles)).into(Shelf::new));
  }

  private static void statements(TestDatabase test, Query<Shelf> query, int parents, int count) {
    test.statements();
    assertEquals(parents, query.list().size());
    List<String> statements = test.statements();
    assertEquals(count, statements.size(), statements::toString);
  }

  @EachDatabase
  void oneForEachLevel(TestDatabase test) {
    Database db = Chinook.in(test).db();
    Query<Shelf> all = shelves(db);
    statements(test, all.where(ARTIST.artistId.lt(0)), 0, 1); // nothing to ask for
    statements(test, all.where(ARTIST.artistId.eq(90)), 1, 3);
    statements(test, all.limit(100), 100, 3);
    statements(test, all, 275, 3);
    // An artist without albums has no level below.
    statements(test, all.where(ARTIST.artistId.eq(25)), 1, 2);
  }

  @EachDatabase
  void oneForEachLevelOfTenThousand(TestDatabase test) {
    Database db = test.with(List.of(ARTIST, ALBUM, MediaType_.MEDIA_TYPE, Genre_.GENRE, TRACK));
    int parents = 10_000;
    db.insertAll(ARTIST, numbers(parents, number -> new Artist(number, "artist " + number)));
    db.insertAll(
        ALBUM,
        numbers(parents, number -> new Album(number, "album " + number, ARTIST.ref(number))));
    db.insert(MediaType_.MEDIA_TYPE, new MediaType(1, "file"));
    db.insertAll(
        TRACK,
        numbers(
            parents,
            number -> new Track(
                number,
                "track " + number,
                ALBUM.ref(number),
                MediaType_.MEDIA_TYPE.ref(1),
                null,
                null,
                1,
                null,
                BigDecimal.ONE.setScale(2))));
    statements(test, shelves(db), parents, 3);
    assertEquals(
        numbers(
            parents,
            number -> new Shelf(
                "artist " + number,
                List.of(new Titles("album " + number, List.of("track " + number))))),
        shelves(db).list());
    test.statements();
    assertEquals(parents, shelves(db).<Long>stream(Stream::count));
    List<String> streamed = test.statements();
    assertTrue(streamed.size() < 3 * 50, () -> streamed.size() + " statements for a stream");
  }

  private static <T> List<T> numbers(int count, Function<Integer, T> make) {
    List<T> all = new ArrayList<>(count);
    for (int number = 1; number <= count; number++) {
      all.add(make.apply(number));
    }
    return all;
  }

  @EachDatabase
  void siblingsDoNotMultiply(TestDatabase test) {
    Database db = Chinook.in(test).db();
    Map<Integer, List<Track>> byAlbum = db.from(TRACK).orderBy(TRACK.trackId.asc()).list().stream()
        .collect(Collectors.groupingBy(track -> ALBUM.key(Objects.requireNonNull(track.album()))));
    Comparator<Track> longestFirst = Comparator.comparing(Track::milliseconds).reversed();
    test.statements();
    Track_ tracks = ALBUM.tracks();
    List<Sides> sides = db.from(ALBUM)
        .orderBy(ALBUM.albumId.asc())
        .select(row(
                ALBUM.albumId,
                many(Select.from(tracks)
                    .orderBy(tracks.milliseconds.desc(), tracks.trackId.asc())
                    .limit(3)
                    .select(tracks.trackId)),
                many(Select.from(tracks)
                    .orderBy(tracks.trackId.desc())
                    .offset(1)
                    .limit(2)
                    .select(tracks.trackId)),
                many(Select.from(tracks).where(tracks.milliseconds.lt(0)).select(tracks.name)))
            .into(Sides::new))
        .list();
    assertEquals(4, test.statements().size());
    assertEquals(347, sides.size());
    for (Sides side : sides) {
      List<Track> own = byAlbum.getOrDefault(side.album(), List.of());
      assertEquals(
          own.stream().sorted(longestFirst).limit(3).map(Track::trackId).toList(), side.longest());
      assertEquals(
          own.stream()
              .sorted(Comparator.comparing(Track::trackId).reversed())
              .skip(1)
              .limit(2)
              .map(Track::trackId)
              .toList(),
          side.others());
      assertEquals(List.of(), side.none());
    }
  }
}
