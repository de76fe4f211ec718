/** What is kept in memory, and when it is not. */
@NullMarked
package orm.test.cache;

import org.jspecify.annotations.NullMarked;
