/**
 * From a query tree and the model to a plan that knows tables, joins, columns and values, but no
 * SQL.
 */
@NullMarked
package orm.engine.plan;

import org.jspecify.annotations.NullMarked;
