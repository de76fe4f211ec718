/** Migrations on both databases: what runs, what is refused, many at once, and killed. */
@NullMarked
package orm.test.migration;

import org.jspecify.annotations.NullMarked;
