/** Tests of the processor: what it writes, what it refuses, and what the written code does. */
@NullMarked
package orm.processor;

import org.jspecify.annotations.NullMarked;
