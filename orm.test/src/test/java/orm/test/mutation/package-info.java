/** Inserts, updates and deletes of the query language. */
@NullMarked
package orm.test.mutation;

import org.jspecify.annotations.NullMarked;
