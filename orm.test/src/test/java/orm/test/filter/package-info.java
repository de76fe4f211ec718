/** Rows that are hidden from every statement: by filters, and because they were deleted softly. */
@NullMarked
package orm.test.filter;

import org.jspecify.annotations.NullMarked;
