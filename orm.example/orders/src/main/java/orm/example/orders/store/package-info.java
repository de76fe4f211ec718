/** Orders in a database. */
@NullMarked
package orm.example.orders.store;

import org.jspecify.annotations.NullMarked;
