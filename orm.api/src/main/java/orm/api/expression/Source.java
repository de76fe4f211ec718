package orm.api.expression;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import orm.spi.mapping.EntityMapping;

/**
 * One instance of a table in a query: the table under its own name, under an alias, or at the end
 * of a path from another instance.
 *
 * <p>Immutable; two sources are equal when they stand for the same instance, so a path that is used
 * twice is joined once. For generated code, which makes its columns from it; applications pass it
 * on as {@code Book_::new}.
 *
 * @param <R> what a row holds
 */
public final class Source<R> {
  /** How an instance comes into a query. */
  public enum Kind {
    /** The table under its own name. */
    ROOT,
    /** The table under another name. */
    ALIAS,
    /** The row that a reference of the parent leads to. */
    REFERENCE,
    /** The rows whose reference leads to the parent. */
    INVERSE,
    /** The rows of the parent, seen as one subtype. */
    SUBTYPE
  }

  private final Kind kind;
  private final @Nullable Source<?> parent;
  private final @Nullable String name;
  private final @Nullable EntityMapping<?, ?> mapping;
  private final int hash;

  private Source(
      Kind kind,
      @Nullable Source<?> parent,
      @Nullable String name,
      @Nullable EntityMapping<?, ?> mapping) {
    this.kind = kind;
    this.parent = parent;
    this.name = name;
    this.mapping = mapping;
    this.hash =
        31 * (31 * (31 * kind.hashCode() + Objects.hashCode(parent)) + Objects.hashCode(name))
            + System.identityHashCode(mapping);
  }

  /**
   * Begins at a table under its own name.
   *
   * @param <R> what a row holds
   * @return the source
   */
  public static <R> Source<R> root() {
    return new Source<>(Kind.ROOT, null, null, null);
  }

  /**
   * Gives the table another name.
   *
   * @param alias the name, not empty
   * @return another instance of the same table
   * @throws IllegalArgumentException if the alias is empty
   */
  public Source<R> as(String alias) {
    if (alias.isEmpty()) {
      throw new IllegalArgumentException("an alias must not be empty");
    }
    if (kind == Kind.SUBTYPE && parent != null) {
      return new Source<>(kind, parent.as(alias), name, mapping);
    }
    return new Source<>(Kind.ALIAS, null, alias, mapping);
  }

  /**
   * Follows a reference of this instance.
   *
   * @param <T> what a row of the target holds
   * @param component the component that holds the reference
   * @return the instance that it leads to
   */
  public <T> Source<T> reference(String component) {
    return new Source<>(Kind.REFERENCE, this, component, null);
  }

  /**
   * Follows a reference of another table back from this instance.
   *
   * @param <T> what a row of the other table holds
   * @param component the component of the other table that refers to this one
   * @return the rows that refer to this instance
   */
  public <T> Source<T> inverse(String component) {
    return new Source<>(Kind.INVERSE, this, component, null);
  }

  /**
   * Sees the same rows as one subtype of a sealed hierarchy.
   *
   * @param <T> the subtype
   * @param discriminator the discriminator value of the subtype
   * @return the same instance, narrowed
   */
  public <T> Source<T> subtype(String discriminator) {
    return new Source<>(Kind.SUBTYPE, this, discriminator, null);
  }

  /**
   * Tells which table this is an instance of; called once, by the table's constructor.
   *
   * @param table the mapping of the table's entity
   * @return this source with the mapping
   */
  public Source<R> of(EntityMapping<?, ?> table) {
    if (table == mapping) {
      return this;
    }
    if (kind == Kind.SUBTYPE && parent != null && parent.mapping == null) {
      return new Source<>(kind, parent.of(table), name, table); // a subtype's own table
    }
    return new Source<>(kind, parent, name, table);
  }

  /** {@return how the instance comes into a query} */
  public Kind kind() {
    return kind;
  }

  /** {@return the instance that this one is reached from; null for a root or an alias} */
  public @Nullable Source<?> parent() {
    return parent;
  }

  /** {@return the alias, the component of the reference, or the subtype; null for a root} */
  public @Nullable String name() {
    return name;
  }

  /** {@return the mapping of the entity whose rows these are} */
  public EntityMapping<?, ?> mapping() {
    if (mapping == null) {
      throw new IllegalStateException("a source is used before its table was made");
    }
    return mapping;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Source<?> that
            && hash == that.hash
            && kind == that.kind
            && mapping == that.mapping
            && Objects.equals(name, that.name)
            && Objects.equals(parent, that.parent));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** {@return a description for messages: the alias or the path} */
  @Override
  public String toString() {
    return switch (kind) {
      case ROOT -> "root";
      case ALIAS -> String.valueOf(name);
      case REFERENCE, INVERSE, SUBTYPE -> parent + "." + name;
    };
  }
}
