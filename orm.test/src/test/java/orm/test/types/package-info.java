/** Every type of component, there and back on each database. */
@NullMarked
package orm.test.types;

import org.jspecify.annotations.NullMarked;
