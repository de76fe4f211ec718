/**
 * The one room of the public face that speaks SQL: whole statements as text, see
 * {@link orm.api.sql.SqlStatement}, and fragments inside a typed query, see
 * {@link orm.api.sql.Sql}. A store without SQL refuses both by name.
 *
 * <p>Nobody but the engine implements {@code SqlStatement}.
 */
@Export
@org.osgi.annotation.versioning.Version("1.1.0")
@NullMarked
package orm.api.sql;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
