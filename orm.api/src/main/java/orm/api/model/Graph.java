package orm.api.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;

/**
 * Rows that refer to each other and are inserted together, whatever the order in which they were
 * added: {@code db.insert(graph)} takes one batch per table, parents first.
 *
 * <pre>{@code
 * Graph graph = new Graph();
 * Ref<Author> dahl = graph.add(AUTHOR, new Author(null, "Roald Dahl"));
 * Ref<Book> matilda = graph.add(BOOK, new Book(null, "Matilda", dahl));
 * graph.link(BOOK.tags, matilda, List.of(TAG.ref("children")));
 * db.insert(graph);
 * Book stored = graph.stored(matilda);
 * }</pre>
 *
 * <p>The references get their keys when the graph is inserted; before that they are good for
 * nothing but components of other rows. Not safe for use by several threads. A graph is inserted
 * once.
 */
public final class Graph {
  private final List<Entry<?>> entries = new ArrayList<>();
  private final List<Tie<?, ?>> ties = new ArrayList<>();
  private final IdentityHashMap<Ref<?>, Object> stored = new IdentityHashMap<>();
  private boolean defers;

  /**
   * A row to insert.
   *
   * @param <E> the entity
   * @param table its table
   * @param row the row
   * @param ref what refers to it
   */
  public record Entry<E>(EntityTable<E, ?> table, E row, Ref<E> ref) {}

  /**
   * Rows to tie.
   *
   * @param <A> the entity that has the relation
   * @param <B> the entity that it leads to
   * @param relation the relation
   * @param one the row
   * @param others the rows to tie it to
   */
  public record Tie<A, B>(Link<A, B> relation, Ref<A> one, List<Ref<B>> others) {}

  /** Makes an empty graph. */
  public Graph() {}

  /**
   * Adds a row.
   *
   * @param <E> the entity
   * @param table its table
   * @param row the row, whose references may be those of this graph
   * @return a reference to it, for other rows of this graph
   */
  public <E> Ref<E> add(EntityTable<E, ?> table, E row) {
    Ref<E> ref = new Ref<>(table, this);
    entries.add(new Entry<>(table, Objects.requireNonNull(row, "row"), ref));
    return ref;
  }

  /**
   * Ties a row to others, when all rows are inserted.
   *
   * @param <A> the entity that has the relation
   * @param <B> the entity that it leads to
   * @param relation the relation, such as {@code BOOK.tags}
   * @param one the row
   * @param others the rows to tie it to
   */
  public <A, B> void link(Link<A, B> relation, Ref<A> one, Collection<Ref<B>> others) {
    ties.add(new Tie<>(relation, one, List.copyOf(others)));
  }

  /**
   * Returns a row as it was stored.
   *
   * @param <E> the entity
   * @param ref what {@link #add} gave for it
   * @return the row with its key
   * @throws UnknownKeyException if the graph is not inserted yet
   */
  @SuppressWarnings("unchecked") // resolve ties each reference to a row of its entity
  public <E> E stored(Ref<E> ref) {
    Object row = stored.get(ref);
    if (row == null) {
      throw new UnknownKeyException("the graph is not inserted yet");
    }
    return (E) row;
  }

  /**
   * Tells whether a row is stored.
   *
   * @param ref what {@link #add} gave for it
   * @return whether it is
   */
  public boolean isStored(Ref<?> ref) {
    return stored.containsKey(ref);
  }

  /** {@return the rows in the order in which they were added; for engines} */
  public List<Entry<?>> entries() {
    return Collections.unmodifiableList(entries);
  }

  /** {@return the rows to tie; for engines} */
  public List<Tie<?, ?>> ties() {
    return Collections.unmodifiableList(ties);
  }

  /**
   * Notes that a row is stored; for engines.
   *
   * @param <E> the entity
   * @param entry the row
   * @param row the row as it was stored
   */
  public <E> void resolve(Entry<E> entry, E row) {
    stored.put(entry.ref(), row);
    entry.ref().resolve(entry.table().keyOf(row));
  }

  /**
   * Lets references without a key be written as null for now; for engines.
   *
   * @param allowed whether they may
   */
  public void deferring(boolean allowed) {
    defers = allowed;
  }

  boolean defers() {
    return defers;
  }
}
