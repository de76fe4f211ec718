/** From the model to the statements that create its tables. */
@NullMarked
package orm.engine.schema;

import org.jspecify.annotations.NullMarked;
