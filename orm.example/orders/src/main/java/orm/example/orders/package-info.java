/** Orders for books of the catalog. */
@NullMarked
package orm.example.orders;

import org.jspecify.annotations.NullMarked;
