/**
 * The objects of a real database as its catalogue describes them, as immutable values:
 * {@link orm.api.catalog.Catalog} is the entry type.
 *
 * <p>Names in these types are those of the database, as they are stored there, without quotes. SQL
 * text is what the database itself shows, so that two readings of one database are equal. Types of
 * another kind than {@link orm.api.schema.TableSchema}, which is what a program wishes for: a
 * catalog is what is there. Nobody implements these types.
 */
@Export
@org.osgi.annotation.versioning.Version("1.0.0")
@NullMarked
package orm.api.catalog;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
