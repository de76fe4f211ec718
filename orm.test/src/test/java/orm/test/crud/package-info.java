/** Inserting, finding, changing and deleting rows on each database. */
@NullMarked
package orm.test.crud;

import org.jspecify.annotations.NullMarked;
