package orm.api.model;

import java.util.function.Function;
import orm.api.expression.Selectable;

/**
 * What to fetch for each row of {@code E}, and into what: a tree of columns, paths and nested lists
 * that ends in {@code R}. Made by generated code. Immutable.
 *
 * @param <E> the entity that it begins at
 * @param <R> what comes out
 */
public final class Shape<E, R> {
  private final Table<E> root;
  private final Function<Table<E>, Selectable<R>> content;

  private Shape(Table<E> root, Function<Table<E>, Selectable<R>> content) {
    this.root = root;
    this.content = content;
  }

  /**
   * Makes a shape.
   *
   * @param <E> the entity that it begins at
   * @param <T> the table of the entity
   * @param <R> what comes out
   * @param root the table under its own name
   * @param content makes the parts for an instance of the table
   * @return the shape
   */
  @SuppressWarnings("unchecked") // every table of E is the generated class T
  public static <E, T extends Table<E>, R> Shape<E, R> of(
      T root, Function<? super T, Selectable<R>> content) {
    return new Shape<>(root, table -> content.apply((T) table));
  }

  /** {@return the table under its own name} */
  public Table<E> root() {
    return root;
  }

  /**
   * Begins at an instance of the table: the table itself, an alias, or a path that leads to it.
   *
   * @param start the instance
   * @return the parts
   */
  public Selectable<R> at(Table<E> start) {
    return content.apply(start);
  }
}
