/** The catalog in a database. */
@NullMarked
package orm.example.catalog.store;

import org.jspecify.annotations.NullMarked;
