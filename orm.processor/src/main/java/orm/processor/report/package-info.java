/** What the processor tells the user: error codes, and messages at the element that is wrong. */
@NullMarked
package orm.processor.report;

import org.jspecify.annotations.NullMarked;
