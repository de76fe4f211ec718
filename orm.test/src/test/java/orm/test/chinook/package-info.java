/** A database that somebody else designed and filled: the music shop Chinook. */
@NullMarked
package orm.test.chinook;

import org.jspecify.annotations.NullMarked;
