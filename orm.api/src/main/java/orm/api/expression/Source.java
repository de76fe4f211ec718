package orm.api.expression;

import java.util.List;
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
    /** The rows that a link table ties to the parent. */
    LINK,
    /** The rows of the parent, seen as one subtype. */
    SUBTYPE,
    /** The rows of a query. */
    DERIVED,
    /** The rows of a query that is written once, before the statement, under a name. */
    COMMON,
    /** The rows that a recursive query has found last, inside its own step. */
    RECURSIVE
  }

  /**
   * A table that ties rows of two tables.
   *
   * @param table its logical name
   * @param left its columns that refer to the one side, in the order of the key there
   * @param right its columns that refer to the other side, in the order of the key there
   */
  public record LinkTable(String table, List<String> left, List<String> right) {}

  private final Kind kind;
  private final @Nullable Source<?> parent;
  private final @Nullable String name;
  private final @Nullable EntityMapping<?, ?> mapping;

  /** What the kind needs besides: a link table, or a query; for a recursive one, its step too. */
  private final @Nullable Object content;

  private final List<String> columns;
  private final int hash;

  private Source(
      Kind kind,
      @Nullable Source<?> parent,
      @Nullable String name,
      @Nullable EntityMapping<?, ?> mapping) {
    this(kind, parent, name, mapping, null, List.of());
  }

  private Source(
      Kind kind,
      @Nullable Source<?> parent,
      @Nullable String name,
      @Nullable EntityMapping<?, ?> mapping,
      @Nullable Object content,
      List<String> columns) {
    this.kind = kind;
    this.parent = parent;
    this.name = name;
    this.mapping = mapping;
    this.content = content;
    this.columns = columns;
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
    if (content instanceof Subquery<?>) {
      throw new IllegalStateException("a query gets its alias by asTable or asCommonTable");
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
   * Follows a link table from this instance.
   *
   * @param <T> what a row of the other table holds
   * @param relation the name of the relation
   * @param link the link table
   * @return the rows that are linked to this instance
   */
  public <T> Source<T> linked(String relation, LinkTable link) {
    return new Source<>(Kind.LINK, this, relation, null, link, List.of());
  }

  /**
   * Takes the rows of a query.
   *
   * @param <R> what a row holds
   * @param alias the name of the rows, not empty
   * @param query the query
   * @param common whether it is written once, before the statement
   * @return the rows
   */
  public static <R> Source<R> ofQuery(String alias, Subquery<R> query, boolean common) {
    Objects.requireNonNull(query, "query");
    requireName(alias);
    return new Source<>(common ? Kind.COMMON : Kind.DERIVED, null, alias, null, query, List.of());
  }

  /**
   * Takes the rows that a recursive query has found last; for the step of the query.
   *
   * @param <R> what a row holds
   * @param name the name of the recursive query
   * @param base its first part
   * @return the rows
   */
  public static <R> Source<R> recursion(String name, Subquery<R> base) {
    requireName(name);
    return new Source<>(Kind.RECURSIVE, null, name, null, base, List.of());
  }

  /**
   * Takes the rows of a recursive query.
   *
   * @param <R> what a row holds
   * @param query base and step in one
   * @param recursion what the step reads, see {@link #recursion}
   * @return the rows
   */
  public static <R> Source<R> recursive(Subquery<R> query, Source<R> recursion) {
    return new Source<>(Kind.COMMON, recursion, recursion.name, null, query, List.of());
  }

  private static void requireName(String alias) {
    if (alias.isEmpty()) {
      throw new IllegalArgumentException("an alias must not be empty");
    }
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
    return new Source<>(kind, parent, name, table, content, columns);
  }

  /**
   * Tells the columns of the rows of a query; called once, by the table's constructor.
   *
   * @param names the logical names, in the order of the query's result
   * @return this source with the columns
   */
  public Source<R> withColumns(List<String> names) {
    return new Source<>(kind, parent, name, mapping, content, List.copyOf(names));
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

  /** {@return whether the rows are those of an entity} */
  public boolean isEntity() {
    return mapping != null;
  }

  /** {@return the columns of the rows of a query; empty where they are those of an entity} */
  public List<String> columns() {
    return columns;
  }

  /** {@return the query whose rows these are; null where they are no query's} */
  public @Nullable Subquery<?> query() {
    return content instanceof Subquery<?> query ? query : null;
  }

  /** {@return the link table of a {@link Kind#LINK}} */
  public LinkTable link() {
    if (content instanceof LinkTable link) {
      return link;
    }
    throw new IllegalStateException(this + " follows no link table");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Source<?> that
            && hash == that.hash
            && kind == that.kind
            && mapping == that.mapping
            && (content == that.content
                || (content instanceof LinkTable && content.equals(that.content)))
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
      case ALIAS, DERIVED, COMMON, RECURSIVE -> String.valueOf(name);
      case REFERENCE, INVERSE, LINK, SUBTYPE -> parent + "." + name;
    };
  }
}
