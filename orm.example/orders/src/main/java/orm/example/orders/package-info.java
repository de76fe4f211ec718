/**
 * Orders: customers, what they ordered, and a service that takes orders.
 *
 * <p>The tables refer to books, which belong to another bundle: its entities are all that this
 * bundle knows of it.
 */
@Export
@Module(
    name = "orders",
    entities = {Customer.class, Order.class, OrderLine.class},
    requires = "catalog >= 1")
@Version("1.0.0")
@NullMarked
package orm.example.orders;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
import orm.api.annotation.Module;
