/** What is seen of statements, transactions and connections, on each database. */
@NullMarked
package orm.test.eyes;

import org.jspecify.annotations.NullMarked;
