/**
 * Checks what is wrong only when the parts of a model are seen together:
 * {@link orm.processor.check.ModelCheck} is the one to begin with.
 */
@NullMarked
package orm.processor.check;

import org.jspecify.annotations.NullMarked;
