/** Reads entity and projection records, checks them, and writes their mappings. */
@NullMarked
package orm.processor;

import org.jspecify.annotations.NullMarked;
