/** SQLite. */
@NullMarked
package orm.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
