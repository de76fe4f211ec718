/**
 * Finds the parameters of statements that people wrote, and makes their text ready for JDBC.
 * Understands no grammar beyond that.
 */
@NullMarked
package orm.engine.sql;

import org.jspecify.annotations.NullMarked;
