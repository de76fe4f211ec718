/** Our bundles as modules of the JDK. */
@NullMarked
package orm.test.module;

import org.jspecify.annotations.NullMarked;
