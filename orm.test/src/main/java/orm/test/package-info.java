/** Tests on the plain class path across bundles. */
@NullMarked
package orm.test;

import org.jspecify.annotations.NullMarked;
