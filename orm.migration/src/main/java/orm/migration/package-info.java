/**
 * Runs migrations: {@link orm.migration.FileMigrator} is what the engine asks. Files are read by
 * {@code orm.migration.file}, what has run is kept by {@code orm.migration.history}, and
 * {@code orm.migration.run} decides what runs and runs it.
 */
@NullMarked
package orm.migration;

import org.jspecify.annotations.NullMarked;
