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
    Database db = test.db();
    db.script("""
        CREATE TABLE device (mac macaddr PRIMARY KEY, other inet, network cidr NOT NULL,
          lease interval NOT NULL, ports int4range NOT NULL, serials int8range NOT NULL,
          volts numrange NOT NULL, owned daterange NOT NULL, local tsrange NOT NULL,
          used tstzrange, routes cidr[], uses tstzrange[], odd macaddr8)""");
    SourceOptions options = SourceOptions.of("made.shop");
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
        "Range<Long> serials",
        "Range<BigDecimal> volts",
        "Range<LocalDate> owned",
        "Range<LocalDateTime> local",
        "@Nullable Range<Instant> used",
        "@Nullable List<Cidr> routes",
        "@Nullable List<Range<Instant>> uses")) {
      assertTrue(device.contains(component), device);
    }
    try (Bench bench = Bench.open(test.settings());
        Generated generated = Generated.compile(sources, options, folder, Map.of())) {
      assertEquals(
          List.of(),
          changes(bench, db.schema().createStatements(generated.tables())).stream()
              .filter(each -> each.startsWith("alter"))
              .toList());
    }
  }

  private static List<String> changes(Bench bench, List<String> wanted) throws Exception {
    return bench.diff(bench.wish(wanted), DiffOptions.exact()).changes().stream()
        .map(SchemaChange::text)
        .toList();
  }
}
