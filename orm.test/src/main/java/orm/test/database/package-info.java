/** The databases that tests use, in the class path and, unfolded into their bundle, in OSGi. */
@NullMarked
package orm.test.database;

import org.jspecify.annotations.NullMarked;
