/** The entities that most tests use. */
@NullMarked
package orm.test.bookshop;

import org.jspecify.annotations.NullMarked;
