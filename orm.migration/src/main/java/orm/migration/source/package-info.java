/**
 * Writes records for the tables of a database: {@link orm.migration.source.SourceGenerator} is the
 * one to begin with.
 */
@NullMarked
package orm.migration.source;

import org.jspecify.annotations.NullMarked;
