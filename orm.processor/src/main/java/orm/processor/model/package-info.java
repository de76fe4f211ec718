/**
 * What the processor knows about records, as immutable values:
 * {@link orm.processor.model.EntityModel} is the one to begin with. It names types as text, so that
 * what is written from it cannot depend on the compiler.
 */
@NullMarked
package orm.processor.model;

import org.jspecify.annotations.NullMarked;
