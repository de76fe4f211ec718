package orm.test.nativetype;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orm.test.nativetype.Device_.DEVICE;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import orm.api.Database;
import orm.api.catalog.SchemaChange;
import orm.api.migration.GeneratedSources;
import orm.api.migration.SourceOptions;
import orm.migration.diff.DiffOptions;
import orm.test.database.DatabaseKind;
import orm.test.database.EachDatabase;
import orm.test.database.Only;
import orm.test.database.TestDatabase;
import orm.test.migration.diff.Bench;
import orm.test.migration.source.Generated;

/** Tables with PostgreSQL's own types: made, compared, and read into records. */
class NativeSchemaTest {
  @EachDatabase
  void nothingDiffersOnceTheTableIsMade(TestDatabase test) throws Exception {
    Database db = test.with(List.of(DEVICE));
    try (Bench bench = Bench.open(test.settings())) {
      List<String> statements = db.schema().createStatements(List.of(DEVICE));
      assertEquals(List.of(), changes(bench, statements));
    }
  }

  @EachDatabase
  @Only(value = DatabaseKind.POSTGRES, because = "SQLite has no such types to read")
  void recordsOfSuchATableHaveTheTypes(TestDatabase test, @TempDir Path folder) throws Exception {
    Database db = test.with(List.of(DEVICE));
    SourceOptions options = SourceOptions.of("shop");
    GeneratedSources sources = Generated.sources(test, options);
    String device = sources.files().stream()
        .filter(file -> file.path().endsWith("/Device.java"))
        .findFirst()
        .orElseThrow()
        .text();
    for (String component : List.of(
        "MacAddress mac",
        "@Nullable Inet other",
        "Cidr network",
        "Interval lease",
        "Range<Integer> ports",
        "Range<BigDecimal> volts",
        "Range<LocalDateTime> local",
        "@Nullable List<Cidr> routes",
        "List<Interval> pauses",
        "@Nullable List<Range<Instant>> uses")) {
      assertTrue(device.contains(component), device);
    }
    try (Bench bench = Bench.open(test.settings());
        Generated generated = Generated.compile(sources, options, folder, Map.of())) {
      assertEquals(
          List.of(), changes(bench, db.schema().createStatements(generated.tables())));
    }
  }

  private static List<String> changes(Bench bench, List<String> wanted) throws Exception {
    return bench.diff(bench.wish(wanted), DiffOptions.exact()).changes().stream()
        .map(SchemaChange::text)
        .toList();
  }
}
