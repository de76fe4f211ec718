package orm.engine.osgi;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import orm.api.catalog.Catalog;
import orm.api.migration.GeneratedSources;
import orm.api.migration.MigrationFindings;
import orm.api.migration.MigrationOptions;
import orm.api.migration.MigrationPlan;
import orm.api.migration.MigrationReport;
import orm.api.migration.MigrationStatus;
import orm.api.migration.MigrationVersion;
import orm.api.migration.Migrations;
import orm.api.migration.Repair;
import orm.api.migration.SchemaDifference;
import orm.api.migration.SourceOptions;
import orm.api.migration.SquashedFile;
import orm.api.migration.Undo;
import orm.engine.DatabaseHandle;

/**
 * The migrations of a database as a service: asks the migrator that is there now, and tells when
 * the schema may have become another.
 */
final class ObservedMigrations implements Migrations {
  private final DatabaseHandle handle;
  private final UnaryOperator<MigrationStatus> explained;
  private final Runnable changed;

  ObservedMigrations(
      DatabaseHandle handle, UnaryOperator<MigrationStatus> explained, Runnable changed) {
    this.handle = handle;
    this.explained = explained;
    this.changed = changed;
  }

  private <T> T changing(Function<Migrations, T> work) {
    try {
      return work.apply(handle.migrations());
    } finally {
      changed.run();
    }
  }

  @Override
  public String database() {
    return handle.name();
  }

  @Override
  public MigrationStatus status() {
    return explained.apply(handle.migrations().status());
  }

  @Override
  public MigrationPlan plan(MigrationOptions options) {
    return handle.migrations().plan(options);
  }

  @Override
  public MigrationReport apply(MigrationOptions options) {
    return changing(migrations -> migrations.apply(options));
  }

  @Override
  public MigrationPlan planUndo(Undo what, MigrationOptions options) {
    return handle.migrations().planUndo(what, options);
  }

  @Override
  public MigrationReport undo(Undo what, MigrationOptions options) {
    return changing(migrations -> migrations.undo(what, options));
  }

  @Override
  public MigrationReport redo(MigrationOptions options) {
    return changing(migrations -> migrations.redo(options));
  }

  @Override
  public void validate() {
    handle.migrations().validate();
  }

  @Override
  public void baseline(String module, String version) {
    boolean unused = changing(migrations -> {
      migrations.baseline(module, version);
      return true;
    });
  }

  @Override
  public MigrationVersion adoptFlyway(String module) {
    return changing(migrations -> migrations.adoptFlyway(module));
  }

  @Override
  public void repair(Repair decision) {
    boolean unused = changing(migrations -> {
      migrations.repair(decision);
      return true;
    });
  }

  @Override
  public MigrationPlan planSeed(MigrationOptions options) {
    return handle.migrations().planSeed(options);
  }

  @Override
  public MigrationReport seed(MigrationOptions options) {
    return changing(migrations -> migrations.seed(options));
  }

  @Override
  public SquashedFile squash(String module, String from, String to) {
    return handle.migrations().squash(module, from, to);
  }

  @Override
  public Catalog catalog() {
    return handle.migrations().catalog();
  }

  @Override
  public SchemaDifference diff() {
    return handle.migrations().diff();
  }

  @Override
  public SchemaDifference diff(Catalog wanted) {
    return handle.migrations().diff(wanted);
  }

  @Override
  public SchemaDifference drift() {
    return handle.migrations().drift();
  }

  @Override
  public List<MigrationFindings> lint(MigrationOptions options) {
    return handle.migrations().lint(options);
  }

  @Override
  public GeneratedSources generate(SourceOptions options) {
    return handle.migrations().generate(options);
  }
}
