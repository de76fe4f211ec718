/** What was released stays as it was, or has another version. */
@NullMarked
package orm.test.contract;

import org.jspecify.annotations.NullMarked;
