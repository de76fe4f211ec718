/** Gogo commands of scope {@code orm}. */
@NullMarked
package orm.shell;

import org.jspecify.annotations.NullMarked;
