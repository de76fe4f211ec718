/** Rules of rows: found before the database is asked, and by the database where it knows them. */
@NullMarked
package orm.test.validation;

import org.jspecify.annotations.NullMarked;
