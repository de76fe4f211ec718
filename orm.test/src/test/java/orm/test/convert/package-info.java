/** Types of the user's in every place of a query, with converters that come, go and fail. */
@NullMarked
package orm.test.convert;

import org.jspecify.annotations.NullMarked;
