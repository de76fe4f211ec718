/**
 * Reads the text of statements that people wrote: where texts, names, comments and parameters begin
 * and end, and where one statement of a script ends. Understands no grammar beyond that.
 */
@NullMarked
package orm.engine.sql;

import org.jspecify.annotations.NullMarked;
