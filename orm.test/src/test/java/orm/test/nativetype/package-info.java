/** PostgreSQL's own types, on both databases. */
@NullMarked
package orm.test.nativetype;

import org.jspecify.annotations.NullMarked;
