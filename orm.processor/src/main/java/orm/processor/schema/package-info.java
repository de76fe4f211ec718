/** Makes the definition of a table from the model of its records. */
@NullMarked
package orm.processor.schema;

import org.jspecify.annotations.NullMarked;
