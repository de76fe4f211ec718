package orm.api.migration;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import orm.api.catalog.Catalog;

/**
 * The migrations of one database. Safe for use by several threads and by several programs at once:
 * whoever changes the schema holds a lock, and the others wait for it, bounded.
 *
 * <p>Each call reads files and history anew. In OSGi it is a service with the property
 * {@code orm.database}, there from the moment that the database answers, also while the database
 * itself stays away because its schema does not fit.
 */
@ProviderType
public interface Migrations {
  /** {@return the name of the database} */
  String database();

  /**
   * Tells what has run and what waits. Changes nothing.
   *
   * @return the state of every migration
   * @throws orm.api.error.InvalidMigrationException if the files contradict each other or cannot be
   *     read
   */
  MigrationStatus status();

  /**
   * Tells what {@link #apply(MigrationOptions)} would run, with its exact SQL and what it takes
   * away. Changes nothing.
   *
   * @param options how it would run
   * @return the plan
   * @throws orm.api.error.MigrationException if it could not run
   */
  MigrationPlan plan(MigrationOptions options);

  /**
   * Applies everything that waits.
   *
   * @return what ran
   * @throws orm.api.error.MigrationException if something is in the way or fails
   */
  default MigrationReport apply() {
    return apply(MigrationOptions.defaults());
  }

  /**
   * Applies what waits, each migration in a transaction of its own where it allows one. After a
   * failure those before it stay applied.
   *
   * @param options how it runs
   * @return what ran
   * @throws orm.api.error.MigrationLockedException if somebody else migrates for too long
   * @throws orm.api.error.DataLossException if rows would be lost and nobody accepted it
   * @throws orm.api.error.MigrationFailedException if a statement fails
   * @throws orm.api.error.SchemaVersionException if history and files do not fit
   * @throws orm.api.error.InvalidMigrationException if the files contradict each other or cannot be
   *     read
   */
  MigrationReport apply(MigrationOptions options);

  /**
   * Tells what {@link #undo} would run and what it takes away. Changes nothing.
   *
   * @param what what to undo
   * @param options how it would run
   * @return the plan
   * @throws orm.api.error.MigrationException if it could not run
   */
  MigrationPlan planUndo(Undo what, MigrationOptions options);

  /**
   * Undoes migrations, the last one first, by the down parts of their files; where a file is gone,
   * by the one that the history keeps.
   *
   * @param what what to undo
   * @param options how it runs, and which losses are accepted
   * @return what ran
   * @throws orm.api.error.DataLossException if rows would be lost and nobody accepted it
   * @throws orm.api.error.MigrationException if something is in the way or fails
   */
  MigrationReport undo(Undo what, MigrationOptions options);

  /**
   * Undoes the migration that ran last, and applies it again.
   *
   * @param options how it runs, and which losses are accepted
   * @return what ran
   * @throws orm.api.error.MigrationException if something is in the way or fails
   */
  MigrationReport redo(MigrationOptions options);

  /**
   * Checks that the database stands where the application expects it. Changes nothing.
   *
   * @throws orm.api.error.SchemaVersionException if it is behind or ahead, or if history and files
   *     do not fit
   * @throws orm.api.error.InvalidMigrationException if the files contradict each other or cannot be
   *     read
   */
  void validate();

  /**
   * Says that a database stands at a version already, without running anything.
   *
   * @param module the module
   * @param version the last version whose work is there
   * @throws orm.api.error.SchemaVersionException if something of the module has run already
   */
  void baseline(String module, String version);

  /**
   * Takes over the history that Flyway has kept in {@code flyway_schema_history}: the module stands
   * where Flyway left it.
   *
   * @param module the module that brings the files
   * @return the version
   * @throws orm.api.error.SchemaVersionException if there is no such history, if it tells of a
   *     failure, or if something of the module has run already
   */
  MigrationVersion adoptFlyway(String module);

  /**
   * Takes a decision about the history.
   *
   * @param decision the decision
   * @throws orm.api.error.MigrationException if there is nothing to decide
   */
  void repair(Repair decision);

  /**
   * Tells what {@link #seed} would run. Changes nothing.
   *
   * @param options which modules
   * @return the plan
   * @throws orm.api.error.MigrationException if it could not run
   */
  MigrationPlan planSeed(MigrationOptions options);

  /**
   * Runs the seeds that have not run, or whose text has changed since.
   *
   * @param options which modules, and how they run
   * @return what ran
   * @throws orm.api.error.MigrationException if something is in the way or fails
   */
  MigrationReport seed(MigrationOptions options);

  /**
   * Writes one file that stands for several.
   *
   * @param module the module
   * @param from the first version
   * @param to the last version, whose number the new file takes
   * @return name and text of the file
   * @throws orm.api.error.InvalidMigrationException if one of them is in Java, or there are none
   */
  SquashedFile squash(String module, String from, String to);

  /**
   * Reads what the database has, whoever made it, but for the history.
   *
   * @return its tables and other objects, in the schema where a connection looks first
   * @throws orm.api.error.MigrationException if the database refuses
   */
  Catalog catalog();

  /**
   * Compares the database with the entities of the modules that are there. Other tables, and what
   * entities cannot say, stay. Changes nothing.
   *
   * @return what would make the database fit the entities
   * @throws orm.api.error.MigrationException if the database refuses
   */
  SchemaDifference diff();

  /**
   * Compares the database with another one of its kind. Changes nothing.
   *
   * @param wanted what there is in the other one
   * @return what would make this database like the other one
   * @throws orm.api.error.MigrationException if the database refuses
   */
  SchemaDifference diff(Catalog wanted);

  /**
   * Compares the database with what its applied migrations make of an empty one: shows what
   * somebody has changed by hand. Changes nothing. Rows are not compared.
   *
   * @return what makes of the tables that the migrations leave those that are there: as a migration
   *     file it brings the changes to other databases
   * @throws orm.api.error.SchemaVersionException if that cannot be told, since a migration is in
   *     Java, covered by a baseline, edited, or its file is gone
   * @throws orm.api.error.MigrationException if the database refuses
   */
  SchemaDifference drift();

  /**
   * Looks for what is risky in the migrations that wait. Changes nothing.
   *
   * @param options which modules
   * @return what was found, for those where something was
   * @throws orm.api.error.MigrationException if they could not run
   */
  List<MigrationFindings> lint(MigrationOptions options);

  /**
   * Writes records for the tables of the database, whoever made them, and a first migration that
   * creates what is there. Changes nothing, on disk neither; what the records do not say is listed.
   *
   * @param options package, module and names
   * @return the files, the same each time for the same database
   * @throws IllegalArgumentException if a name in the options cannot be one in Java, or no table
   *     has it
   * @throws orm.api.error.MigrationException if the database cannot be read
   */
  GeneratedSources generate(SourceOptions options);
}
