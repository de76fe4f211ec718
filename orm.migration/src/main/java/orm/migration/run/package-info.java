/** What is to run, in which order, and how it runs. */
@NullMarked
package orm.migration.run;

import org.jspecify.annotations.NullMarked;
