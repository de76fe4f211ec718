/** What serves a database is replaced while it is used. */
@NullMarked
package orm.test.swap;

import org.jspecify.annotations.NullMarked;
