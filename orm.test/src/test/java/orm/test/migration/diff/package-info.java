/** Databases become others by their difference, on real databases with rows in them. */
@NullMarked
package orm.test.migration.diff;

import org.jspecify.annotations.NullMarked;
