/**
 * Finds what differs between two databases, or between a database and a model:
 * {@link orm.migration.diff.Differ} compares two catalogs and gives changes in an order that works.
 * How the changes are said in SQL is the dialect's.
 */
@NullMarked
package orm.migration.diff;

import org.jspecify.annotations.NullMarked;
