/**
 * Looks at changes of a schema before they run: {@link orm.migration.lint.ChangeLint} at typed
 * ones, {@link orm.migration.lint.SqlLint} at statements that people wrote, and
 * {@link orm.migration.lint.RowCounts} at how many rows are concerned.
 */
@NullMarked
package orm.migration.lint;

import org.jspecify.annotations.NullMarked;
