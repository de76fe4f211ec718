/** From a plan to SQL text with its binds, asking the dialect only where databases differ. */
@NullMarked
package orm.engine.render;

import org.jspecify.annotations.NullMarked;
