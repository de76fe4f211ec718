/** What happens to rows beside their statements: listeners, who writes, and keys made in Java. */
@NullMarked
package orm.engine.lifecycle;

import org.jspecify.annotations.NullMarked;
