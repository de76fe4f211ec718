/** Rows that belong together: links, and whole trees of rows in one query. */
@NullMarked
package orm.test.relation;

import org.jspecify.annotations.NullMarked;
