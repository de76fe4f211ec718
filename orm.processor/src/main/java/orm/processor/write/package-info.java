/**
 * Writes source from the model, formatted as a person would:
 * {@link orm.processor.write.EntityWriter} is the one to begin with.
 */
@NullMarked
package orm.processor.write;

import org.jspecify.annotations.NullMarked;
