/** Tests that run inside a framework, as bundles. */
@NullMarked
package orm.itest;

import org.jspecify.annotations.NullMarked;
