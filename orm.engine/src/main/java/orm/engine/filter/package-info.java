/** The filters that apply to every statement: which are there, and what they say to a statement. */
@NullMarked
package orm.engine.filter;

import org.jspecify.annotations.NullMarked;
