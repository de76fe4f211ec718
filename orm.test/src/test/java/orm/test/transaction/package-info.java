/** Transactions on each database. */
@NullMarked
package orm.test.transaction;

import org.jspecify.annotations.NullMarked;
