/**
 * Proofs by many random queries: both databases and a small evaluator in memory must agree.
 *
 * <p>A query is made as a tree of its own ({@code Ask}, {@code Origin}, {@code Term}), from which
 * both the typed query ({@code Translation}) and its answer ({@code Evaluator}) are made.
 */
@NullMarked
package orm.test.proof;

import org.jspecify.annotations.NullMarked;
