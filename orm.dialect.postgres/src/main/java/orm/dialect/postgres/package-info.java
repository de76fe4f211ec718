/** PostgreSQL. */
@NullMarked
package orm.dialect.postgres;

import org.jspecify.annotations.NullMarked;
