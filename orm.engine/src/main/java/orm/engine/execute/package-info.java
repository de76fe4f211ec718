/**
 * From SQL text and a connection to rows: binding, reading, time limits, failures. The only room
 * that runs statements.
 */
@NullMarked
package orm.engine.execute;

import org.jspecify.annotations.NullMarked;
