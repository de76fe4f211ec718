/** Entities of the test bundle, with the code that the processor writes for them. */
@NullMarked
package orm.itest.store;

import org.jspecify.annotations.NullMarked;
