/** Writes the steps of a change of the schema, with what must hold around them. */
@NullMarked
package orm.migration.step;

import org.jspecify.annotations.NullMarked;
