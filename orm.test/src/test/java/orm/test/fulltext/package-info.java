/** Words in texts, on both databases. */
@NullMarked
package orm.test.fulltext;

import org.jspecify.annotations.NullMarked;
