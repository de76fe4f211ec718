package orm.test.chinook;

import static orm.api.expression.Expressions.count;
import static orm.api.expression.Expressions.denseRank;
import static orm.api.expression.Expressions.many;
import static orm.api.expression.Expressions.orderedBy;
import static orm.api.expression.Expressions.partitionBy;
import static orm.api.expression.Expressions.row;
import static orm.api.expression.Expressions.rowNumber;
import static orm.api.expression.Expressions.scalarNumber;
import static orm.test.chinook.Album_.ALBUM;
import static orm.test.chinook.Artist_.ARTIST;
import static orm.test.chinook.Genre_.GENRE;
import static orm.test.chinook.InvoiceLine_.INVOICE_LINE;
import static orm.test.chinook.MediaType_.MEDIA_TYPE;
import static orm.test.chinook.PlaylistTrack_.PLAYLIST_TRACK;
import static orm.test.chinook.Playlist_.PLAYLIST;
import static orm.test.chinook.Question.beside;
import static orm.test.chinook.Question.cells;
import static orm.test.chinook.Track_.TRACK;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.api.query.Select;

/** What the shop asks about its music. */
final class MusicQuestions {
  private MusicQuestions() {}

  record Unsold(
      @Nullable String genre, long tracks, @Nullable Integer bytes) {}

  record Length(@Nullable String playlist, long tracks, long milliseconds) {}

  record Median(@Nullable String genre, @Nullable Double milliseconds) {}

  record Gap(@Nullable String genre, @Nullable String media, long tracks) {}

  record Earner(@Nullable String name, BigDecimal earned, long place) {}

  record Titles(@Nullable String artist, String titles) {}

  record LongTrack(
      String track, @Nullable String composer, @Nullable String album) {}

  record TrackLine(String name, int milliseconds) {}

  record AlbumTracks(String title, List<TrackLine> tracks) {}

  record ArtistAlbums(@Nullable String name, List<AlbumTracks> albums) {}

  static List<Question<?>> all() {
    return List.of(
        neverSold(),
        playlists(),
        medianLength(),
        gaps(),
        bestArtists(),
        titles(),
        longAlbums(),
        artistsWithAlbumsWithTracks());
  }

  private static Question<?> neverSold() {
    InvoiceLine_ sales = INVOICE_LINE.track.inverse(TRACK, InvoiceLine_::new);
    return Question.of(
        "How many tracks of each genre were never sold, and how big is the biggest?",
        db -> db.from(TRACK)
            .where(sales.none(), TRACK.album().artist().name.ne("Lost"))
            .groupBy(TRACK.genre().name)
            .orderBy(count().desc(), TRACK.genre().name.asc())
            .select(row(TRACK.genre().name, count(), TRACK.bytes.max()).into(Unsold::new))
            .offset(2)
            .limit(15),
        u -> cells(u.genre(), u.tracks(), u.bytes()),
        """
        SELECT g.name, count(*), max(t.bytes) FROM track t
        LEFT JOIN genre g ON g.genre_id = t.genre_id
        JOIN album a ON a.album_id = t.album_id
        JOIN artist r ON r.artist_id = a.artist_id
        WHERE NOT EXISTS (SELECT 1 FROM invoice_line l WHERE l.track_id = t.track_id)
          AND r.name <> 'Lost'
        GROUP BY g.name ORDER BY count(*) DESC, g.name LIMIT 15 OFFSET 2
        """);
  }

  private static Question<?> playlists() {
    return Question.of(
        "How many tracks has each playlist, and how long does it take to hear them?",
        db -> db.from(PLAYLIST)
            .leftJoin(PLAYLIST_TRACK, PLAYLIST_TRACK.playlist.refersTo(PLAYLIST))
            .groupBy(PLAYLIST.playlistId, PLAYLIST.name)
            .orderBy(PLAYLIST.playlistId.asc())
            .select(row(
                    PLAYLIST.name,
                    PLAYLIST_TRACK.track.count(),
                    PLAYLIST_TRACK.track().milliseconds.asLong().sum().coalesce(0L))
                .into(Length::new)),
        l -> cells(l.playlist(), l.tracks(), l.milliseconds()),
        """
        SELECT p.name, count(x.track_id), coalesce(sum(t.milliseconds), 0) FROM playlist p
        LEFT JOIN playlist_track x ON x.playlist_id = p.playlist_id
        LEFT JOIN track t ON t.track_id = x.track_id
        GROUP BY p.playlist_id, p.name ORDER BY p.playlist_id
        """);
  }

  private static Question<?> medianLength() {
    Lengths_ lengths = Select.from(TRACK)
        .select(Lengths_.row(
            TRACK.genre().name,
            TRACK.milliseconds,
            rowNumber()
                .over(partitionBy(TRACK.genre)
                    .orderBy(TRACK.milliseconds.asc(), TRACK.trackId.asc())),
            count().over(partitionBy(TRACK.genre))))
        .asTable("lengths", Lengths_::new);
    return Question.of(
        "What is the median length of the tracks of each genre?",
        db -> db.from(lengths)
            .where(lengths.place.times(2L).between(lengths.tracks, lengths.tracks.plus(2L)))
            .groupBy(lengths.genre)
            .orderBy(lengths.genre.asc())
            .select(row(lengths.genre, lengths.milliseconds.avg()).into(Median::new)),
        m -> cells(m.genre(), m.milliseconds()),
        """
        SELECT g.name, percentile_cont(0.5) WITHIN GROUP (ORDER BY t.milliseconds)
        FROM track t LEFT JOIN genre g ON g.genre_id = t.genre_id
        GROUP BY g.name ORDER BY g.name COLLATE "C"
        """,
        """
        SELECT name, avg(milliseconds) FROM (
          SELECT g.name, t.milliseconds,
            row_number() OVER (PARTITION BY g.name ORDER BY t.milliseconds) AS place,
            count(*) OVER (PARTITION BY g.name) AS tracks
          FROM track t LEFT JOIN genre g ON g.genre_id = t.genre_id)
        WHERE place IN ((tracks + 1) / 2, (tracks + 2) / 2) GROUP BY name ORDER BY name
        """);
  }

  private static Question<?> gaps() {
    return Question.of(
        "Which kinds of file are rare for which genre?",
        db -> db.from(GENRE)
            .crossJoin(MEDIA_TYPE)
            .where(
                GENRE.name.startsWith("R").or(GENRE.name.likeIgnoreCase("%fi%")),
                scalarNumber(Select.from(TRACK)
                        .where(TRACK.genre.refersTo(GENRE), TRACK.mediaType.refersTo(MEDIA_TYPE))
                        .select(count()))
                    .lt(30L))
            .orderBy(GENRE.genreId.asc(), MEDIA_TYPE.mediaTypeId.desc())
            .select(row(
                    GENRE.name,
                    MEDIA_TYPE.name,
                    scalarNumber(Select.from(TRACK)
                        .where(TRACK.genre.refersTo(GENRE), TRACK.mediaType.refersTo(MEDIA_TYPE))
                        .select(count())))
                .into(Gap::new)),
        g -> cells(g.genre(), g.media(), g.tracks()),
        """
        SELECT * FROM (
          SELECT g.name, m.name, (SELECT count(*) FROM track t
            WHERE t.genre_id = g.genre_id AND t.media_type_id = m.media_type_id) AS tracks
          FROM genre g CROSS JOIN media_type m
          WHERE g.name LIKE 'R%' OR lower(g.name) LIKE '%fi%'
          ORDER BY g.genre_id, m.media_type_id DESC) x
        WHERE tracks < 30
        """);
  }

  private static Question<?> bestArtists() {
    InvoiceLine_ line = INVOICE_LINE;
    Earnings_ earnings = Select.from(line)
        .groupBy(line.track().album().artist.key(), line.track().album().artist().name)
        .select(Earnings_.row(
            line.track().album().artist.key(),
            line.track().album().artist().name,
            line.unitPrice.times(line.quantity.asDecimal()).sum()))
        .asCommonTable("earnings", Earnings_::new);
    return Question.of(
        "Which artists earned more than a quarter of what the best one earned?",
        db -> db.from(earnings)
            .where(earnings
                .earned
                .times(new BigDecimal("4"))
                .gt(scalarNumber(Select.from(earnings).select(earnings.earned.max()))))
            .orderBy(earnings.earned.desc(), earnings.artist.asc())
            .select(row(
                    earnings.name,
                    earnings.earned,
                    denseRank().over(orderedBy(earnings.earned.desc())))
                .into(Earner::new)),
        e -> cells(e.name(), e.earned(), e.place()),
        """
        WITH earnings AS (
          SELECT r.artist_id, r.name, sum(l.unit_price * l.quantity) AS earned
          FROM invoice_line l
          JOIN track t ON t.track_id = l.track_id
          JOIN album a ON a.album_id = t.album_id
          JOIN artist r ON r.artist_id = a.artist_id
          GROUP BY r.artist_id, r.name)
        SELECT name, earned, dense_rank() OVER (ORDER BY earned DESC) FROM earnings
        WHERE 4 * earned > (SELECT max(earned) FROM earnings) ORDER BY earned DESC, artist_id
        """);
  }

  private static Question<?> titles() {
    return Question.of(
        "What are the albums of the artists that have more than five?",
        db -> db.from(ALBUM)
            .rightJoin(ARTIST, ALBUM.artist.refersTo(ARTIST))
            .groupBy(ARTIST.artistId, ARTIST.name)
            .having(ALBUM.albumId.count().gt(5L))
            .orderBy(ARTIST.name.asc())
            .select(row(ARTIST.name, ALBUM.title.join("; ")).into(Titles::new)),
        t -> cells(t.artist(), t.titles()),
        """
        SELECT r.name, string_agg(a.title, '; ' ORDER BY a.title COLLATE "C")
        FROM album a RIGHT JOIN artist r ON r.artist_id = a.artist_id
        GROUP BY r.artist_id, r.name HAVING count(a.album_id) > 5 ORDER BY r.name COLLATE "C"
        """,
        """
        SELECT r.name, group_concat(a.title, '; ' ORDER BY a.title)
        FROM album a RIGHT JOIN artist r ON r.artist_id = a.artist_id
        GROUP BY r.artist_id, r.name HAVING count(a.album_id) > 5 ORDER BY r.name
        """);
  }

  private static Question<?> longAlbums() {
    Track_ tracks = ALBUM.tracks();
    return Question.of(
        "Which tracks are on albums of long tracks only, some of them by nobody?",
        db -> db.from(TRACK)
            .where(TRACK
                .album
                .key()
                .in(Select.from(ALBUM)
                    .where(
                        tracks.every(tracks.milliseconds.gt(240_000)),
                        tracks.any(tracks.composer.isNull()))
                    .select(ALBUM.albumId)))
            .orderBy(TRACK.composer.desc().nullsFirst(), TRACK.trackId.asc())
            .select(row(TRACK.name, TRACK.composer, TRACK.album().title).into(LongTrack::new))
            .limit(25),
        l -> cells(l.track(), l.composer(), l.album()),
        """
        SELECT t.name, t.composer, a.title
        FROM track t LEFT JOIN album a ON a.album_id = t.album_id
        WHERE t.album_id IN (
          SELECT x.album_id FROM album x
          WHERE NOT EXISTS (SELECT 1 FROM track y WHERE y.album_id = x.album_id
              AND y.milliseconds <= 240000)
            AND EXISTS (SELECT 1 FROM track y WHERE y.album_id = x.album_id
              AND y.composer IS NULL))
        ORDER BY t.composer COLLATE "C" DESC NULLS FIRST, t.track_id LIMIT 25
        """,
        """
        SELECT t.name, t.composer, a.title
        FROM track t LEFT JOIN album a ON a.album_id = t.album_id
        WHERE t.album_id IN (
          SELECT x.album_id FROM album x
          WHERE NOT EXISTS (SELECT 1 FROM track y WHERE y.album_id = x.album_id
              AND y.milliseconds <= 240000)
            AND EXISTS (SELECT 1 FROM track y WHERE y.album_id = x.album_id
              AND y.composer IS NULL))
        ORDER BY t.composer DESC NULLS FIRST, t.track_id LIMIT 25
        """);
  }

  private static Question<?> artistsWithAlbumsWithTracks() {
    Album_ albums = ARTIST.albums();
    Track_ tracks = albums.tracks();
    Select<TrackLine> longest = Select.from(tracks)
        .orderBy(tracks.milliseconds.desc(), tracks.trackId.asc())
        .limit(2)
        .select(row(tracks.name, tracks.milliseconds).into(TrackLine::new));
    Select<AlbumTracks> firstThree = Select.from(albums)
        .orderBy(albums.title.asc())
        .limit(3)
        .select(row(albums.title, many(longest)).into(AlbumTracks::new));
    return new Question<>(
        "What are the two longest tracks of the first three albums of each artist?",
        db -> db.from(ARTIST)
            .orderBy(ARTIST.artistId.asc())
            .select(row(ARTIST.name, many(firstThree)).into(ArtistAlbums::new)),
        artist -> {
          List<List<@Nullable Object>> rows = new ArrayList<>();
          for (AlbumTracks album : artist.albums()) {
            rows.addAll(beside(
                cells(album.title()),
                album.tracks().stream()
                    .map(t -> cells(t.name(), t.milliseconds()))
                    .toList(),
                2));
          }
          return beside(cells(artist.name()), rows, 3);
        },
        """
        SELECT r.name, a.title, t.name, t.milliseconds FROM artist r
        LEFT JOIN (
          SELECT *, row_number() OVER (PARTITION BY artist_id ORDER BY title COLLATE "C") AS place
          FROM album) a ON a.artist_id = r.artist_id AND a.place <= 3
        LEFT JOIN (
          SELECT *, row_number() OVER (
            PARTITION BY album_id ORDER BY milliseconds DESC, track_id) AS place
          FROM track) t ON t.album_id = a.album_id AND t.place <= 2
        ORDER BY r.artist_id, a.title COLLATE "C", t.milliseconds DESC, t.track_id
        """,
        """
        SELECT r.name, a.title, t.name, t.milliseconds FROM artist r
        LEFT JOIN (
          SELECT *, row_number() OVER (PARTITION BY artist_id ORDER BY title) AS place
          FROM album) a ON a.artist_id = r.artist_id AND a.place <= 3
        LEFT JOIN (
          SELECT *, row_number() OVER (
            PARTITION BY album_id ORDER BY milliseconds DESC, track_id) AS place
          FROM track) t ON t.album_id = a.album_id AND t.place <= 2
        ORDER BY r.artist_id, a.title, t.milliseconds DESC, t.track_id
        """);
  }
}
