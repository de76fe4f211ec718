/**
 * Reads SQL text as a database does, without its grammar: where texts, names, comments and
 * parameters begin and end ({@link orm.spi.sql.SqlLexer}), and where one statement of a script ends
 * ({@link orm.spi.sql.SqlScript}). Serves whoever must understand text that people wrote. Nobody
 * implements these types.
 */
@Export
@org.osgi.annotation.versioning.Version("1.0.0")
@NullMarked
package orm.spi.sql;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
