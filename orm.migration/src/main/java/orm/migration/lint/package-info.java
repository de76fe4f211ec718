/**
 * Looks at changes of a schema before they run: {@link orm.migration.lint.ChangeLint} at typed
 * ones, {@link orm.migration.lint.SqlLint} at statements that people wrote.
 */
@NullMarked
package orm.migration.lint;

import org.jspecify.annotations.NullMarked;
