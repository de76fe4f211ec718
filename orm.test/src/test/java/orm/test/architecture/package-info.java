/** The rules of the house, checked on the compiled classes of every bundle. */
@NullMarked
package orm.test.architecture;

import org.jspecify.annotations.NullMarked;
