package orm.migration.source;

import java.sql.SQLException;
import java.util.Set;
import orm.api.catalog.Catalog;
import orm.api.migration.GeneratedSources;
import orm.api.migration.SourceFile;
import orm.migration.diff.CatalogDiff;
import orm.migration.diff.DiffOptions;
import orm.migration.diff.Differ;
import orm.migration.step.StepScript;
import orm.spi.migration.MigrationTarget;

/** Writes the migration that creates all that is there. */
final class Baseline {
  private Baseline() {}

  static SourceFile of(String module, Catalog catalog, MigrationTarget.Access access)
      throws SQLException {
    CatalogDiff all =
        new Differ(access.connector()).compare(Catalog.empty(), catalog, DiffOptions.exact());
    String body = "-- orm: up\n"
        + StepScript.of(access
            .connector()
            .changeWriter()
            .write(all.before(), all.changes(), all.after(), Set.of()));
    return new SourceFile(
        SourceFile.Kind.RESOURCE,
        "orm/migrations/" + module + "/0001_baseline." + access.dialect() + ".sql",
        GeneratedSources.header("--", body) + body);
  }
}
