/**
 * Values computed by the database: columns, operators on them, conditions, sort keys.
 * {@link orm.api.expression.Expressions} begins what does not begin with a column.
 *
 * <p>All types are immutable and nobody but generated classes extends them. Engines and stores read
 * an expression through {@link orm.api.expression.TreeVisitor}.
 */
@Export
@org.osgi.annotation.versioning.Version("1.0.0")
@NullMarked
package orm.api.expression;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
