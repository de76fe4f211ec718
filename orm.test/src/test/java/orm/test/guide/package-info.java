/** What the manual shows: every example runs, and every mistake it warns of is refused. */
@NullMarked
package orm.test.guide;

import org.jspecify.annotations.NullMarked;
