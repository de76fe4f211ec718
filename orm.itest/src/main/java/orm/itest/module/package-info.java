/** What the bundles of modules consist of that tests build, install and update. */
@NullMarked
package orm.itest.module;

import org.jspecify.annotations.NullMarked;
