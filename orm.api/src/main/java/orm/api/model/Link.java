package orm.api.model;

import orm.api.expression.Source;

/**
 * A many-to-many relation: rows of {@code A} tied to rows of {@code B} by a link table that holds
 * the keys of both.
 *
 * <p>Immutable. Made by generated code, as a field with the name of the path that follows it.
 *
 * @param <A> the entity that has the path
 * @param <B> the entity that it leads to
 */
public final class Link<A, B> {
  private final EntityTable<A, ?> owner;
  private final String name;
  private final Source.LinkTable table;

  /**
   * Makes a relation; called by generated code.
   *
   * @param owner the table instance that the path begins at
   * @param name the name of the path
   * @param table the link table, seen from {@code owner}
   */
  public Link(EntityTable<A, ?> owner, String name, Source.LinkTable table) {
    this.owner = owner;
    this.name = name;
    this.table = table;
  }

  /** {@return the name of the path} */
  public String name() {
    return name;
  }

  /** {@return the table instance that the path begins at} */
  public EntityTable<A, ?> owner() {
    return owner;
  }

  /**
   * Returns the table at the other side. It is asked for here and not in the constructor, because
   * two classes that need each other while they are initialised may lock each other out.
   *
   * @return the table under its own name
   */
  @SuppressWarnings("unchecked") // target(name) is the table of B by generation
  public EntityTable<B, ?> target() {
    return (EntityTable<B, ?>) owner.target(name);
  }

  /** {@return the link table: its left columns refer to the owner, its right ones to the target} */
  public Source.LinkTable table() {
    return table;
  }

  /**
   * Follows this relation; for generated paths.
   *
   * @return the rows that are tied to those of the owner
   */
  public Source<B> path() {
    return owner.source().linked(name, table);
  }

  /** {@return both tables and the one between them} */
  @Override
  public String toString() {
    return owner + "." + name + " through " + table.table();
  }
}
