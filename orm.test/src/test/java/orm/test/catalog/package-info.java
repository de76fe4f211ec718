/** What a dialect finds in a database that was made by hand. */
@NullMarked
package orm.test.catalog;

import org.jspecify.annotations.NullMarked;
