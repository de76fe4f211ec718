/** What the shell of Apache Karaf does not do by itself for commands that were written for Gogo. */
@NullMarked
package orm.karaf;

import org.jspecify.annotations.NullMarked;
