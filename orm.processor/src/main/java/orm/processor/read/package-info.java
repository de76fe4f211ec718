/**
 * Reads elements into the model: {@link orm.processor.read.EntityReader} is the one to begin with.
 * What cannot be read is reported where it stands.
 */
@NullMarked
package orm.processor.read;

import org.jspecify.annotations.NullMarked;
