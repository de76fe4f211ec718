/** What queries are written as, and which are refused. */
@NullMarked
package orm.test.query;

import org.jspecify.annotations.NullMarked;
