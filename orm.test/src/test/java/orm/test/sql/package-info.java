/** Statements, scripts and fragments that are written as text. */
@NullMarked
package orm.test.sql;

import org.jspecify.annotations.NullMarked;
