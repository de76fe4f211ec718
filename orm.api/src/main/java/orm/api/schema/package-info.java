/**
 * The definition of tables as immutable values: {@link orm.api.schema.TableSchema} is the entry
 * type.
 *
 * <p>Generated classes carry their table's schema as text;
 * {@link orm.api.schema.TableSchema#parse(String)} reads it. Names in these types are logical: a
 * {@link orm.api.schema.Naming} gives them the form they have in one database. Nobody implements
 * these types.
 */
@Export
@org.osgi.annotation.versioning.Version("1.0.0")
@NullMarked
package orm.api.schema;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
