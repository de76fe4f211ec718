package orm.test.migration.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import orm.api.Database;
import orm.api.catalog.CatalogTable;
import orm.api.catalog.SchemaChange;
import orm.api.config.DatabaseSettings;
import orm.api.migration.GeneratedSources;
import orm.api.migration.SourceOptions;
import orm.api.schema.Naming;
import orm.migration.diff.DiffOptions;
import orm.test.chinook.Chinook;
import orm.test.database.DatabaseKind;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;
import orm.test.migration.diff.Bench;

/** The sample database Chinook, through records that were generated from it. */
class GeneratedChinookTest {
  private static final SourceOptions OPTIONS = SourceOptions.of("made.chinook");

  /**
   * What would change a table that was made by the script into one that a record makes: types and
   * counters of SQLite, the order of texts on PostgreSQL, and the second index of the link table.
   */
  private static final Map<DatabaseKind, String> LEFT =
      Map.of(DatabaseKind.POSTGRES, """
      drop index playlist_track_playlist_id_idx
      alter columns of album
      alter columns of artist
      alter columns of customer
      alter columns of employee
      alter columns of genre
      alter columns of invoice
      alter columns of media_type
      alter columns of playlist
      alter columns of track
      """, DatabaseKind.SQLITE, """
      drop index IFK_PlaylistTrackPlaylistId
      rename constraint PK_PlaylistTrack of PlaylistTrack to PlaylistTrackPkey
      rename index IFK_PlaylistTrackTrackId to PlaylistTrackTrackIdIdx
      alter columns of Album
      change options of Album from [] to [STRICT]
      alter columns of Artist
      change options of Artist from [] to [STRICT]
      alter columns of Customer
      change options of Customer from [] to [STRICT]
      alter columns of Employee
      change options of Employee from [] to [STRICT]
      alter columns of Genre
      change options of Genre from [] to [STRICT]
      alter columns of Invoice
      change options of Invoice from [] to [STRICT]
      alter columns of InvoiceLine
      change options of InvoiceLine from [] to [STRICT]
      alter columns of MediaType
      change options of MediaType from [] to [STRICT]
      alter columns of Playlist
      change options of Playlist from [] to [STRICT]
      change options of PlaylistTrack from [] to [STRICT]
      alter columns of Track
      change options of Track from [] to [STRICT]
      """);

  /** The link table has no record: its rows are a path. */
  private static final String LINKS = """
      package made.chinook;

      import static made.chinook.Playlist_.PLAYLIST;
      import static made.chinook.Track_.TRACK;

      import java.util.List;
      import orm.api.Database;
      import orm.api.annotation.Projection;

      public final class Links {
        @Projection(Playlist.class)
        public record Contents(Playlist playlist, List<Track> tracks) {}

        private Links() {}

        public static void copy(Database from, Database to) {
          for (Contents one : from.from(PLAYLIST).select(Contents_.SHAPE).list()) {
            long unused = to.link(
                PLAYLIST.tracks,
                PLAYLIST.refTo(one.playlist()),
                one.tracks().stream().map(TRACK::refTo).toList());
          }
        }
      }
      """;

  @EachDatabase
  void everyRowPassesThroughItsRecord(TestDatabase test, @TempDir Path folder) throws Exception {
    Chinook.load(test);
    DatabaseSettings settings = settings(test);
    GeneratedSources sources = Generated.sources(test, settings, OPTIONS);
    TestDatabase copy = TestDatabase.create(test.kind());
    boolean failed = true;
    try (Generated generated =
        Generated.compile(sources, OPTIONS, folder, Map.of("made/chinook/Links.java", LINKS))) {
      Database from = test.open(settings);
      Database to = copy.open(settings(copy));
      to.script(generated.baseline());
      generated.copy(from, to);
      generated
          .type("made.chinook.Links")
          .getMethod("copy", Database.class, Database.class)
          .invoke(null, from, to);
      Map<String, String> expected = fingerprints(test);
      assertEquals(11, expected.size());
      assertEquals(expected, fingerprints(copy));
      failed = false;
    } finally {
      copy.finish(failed);
    }
  }

  @EachDatabase
  void whatTheModelDoesNotSayIsListed(TestDatabase test, @TempDir Path folder) throws Exception {
    Chinook.load(test);
    DatabaseSettings settings = settings(test);
    GeneratedSources sources = Generated.sources(test, settings, OPTIONS);
    try (Generated generated = Generated.compile(sources, OPTIONS, folder, Map.of());
        Bench bench = Bench.open(settings)) {
      List<String> statements = test.open(settings).schema().createStatements(generated.tables());
      List<String> changes =
          bench.diff(bench.wish(statements), DiffOptions.exact()).changes().stream()
              .map(SchemaChange::text)
              .toList();
      List<String> left = changes.stream()
          .map(change -> change.replaceFirst("alter column (\\w+)\\..*", "alter columns of $1"))
          .distinct()
          .toList();
      assertEquals(LEFT.get(test.kind()), String.join("\n", left) + "\n", sources::text);
    }
  }

  private static DatabaseSettings settings(TestDatabase test) {
    return test.kind() == DatabaseKind.POSTGRES
        ? test.settings()
        : test.settings().toBuilder()
            .naming(Naming.PASCAL_CASE)
            .set("option.decimals", "native")
            .build();
  }

  /** Of each table how many rows it has, and a checksum of all of them, by plain SQL. */
  private static Map<String, String> fingerprints(TestDatabase test) throws Exception {
    Map<String, String> all = new TreeMap<>();
    try (Bench bench = Bench.open(test.settings());
        Connection connection = test.plainConnection()) {
      for (CatalogTable table : bench.read().tables()) {
        List<String> rows = rows(connection, table.name().name());
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        rows.stream().sorted().forEach(row -> digest.update(row.getBytes(StandardCharsets.UTF_8)));
        all.put(table.name().name(), rows.size() + " " + HexFormat.of().formatHex(digest.digest()));
      }
    }
    return all;
  }

  private static List<String> rows(Connection connection, String table) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT * FROM \"" + table + "\"")) {
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(String.valueOf(result.getString(i)));
        }
        rows.add(String.join("|", row) + "\n");
      }
    }
    return rows;
  }
}
