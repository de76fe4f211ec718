package orm.engine.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import orm.api.expression.Source;
import orm.api.model.EntityTable;
import orm.api.model.Key;
import orm.api.schema.ColumnType;
import orm.engine.plan.TableModel;
import orm.engine.plan.WrittenColumns;
import orm.spi.mapping.Caching;
import orm.spi.mapping.EntityMapping;

/**
 * A call for the row of a key. Rows are kept under their primary key. What is kept under another
 * unique key is only where to look: the row that is found there must have the value.
 */
final class EntityRead<E> extends CachedRead<@Nullable E> {
  private final DatabaseCache cache;
  private final EntityMapping<E, ?> mapping;
  private final TableModel table;
  private final Caching caching;

  /** The key in the form in which it can be compared. */
  private final Object wanted;

  /** The position of the unique column; -1 for the primary key. */
  private final int unique;

  /** A value of a unique column. */
  private record UniqueValue(int column, Object value) {}

  /** What several callers want. */
  private record Wanted(EntityMapping<?, ?> mapping, int unique, Object value) {}

  private EntityRead(
      DatabaseCache cache,
      int generation,
      SafeStore store,
      EntityMapping<E, ?> mapping,
      TableModel table,
      Caching caching,
      Object wanted,
      int unique) {
    super(cache, generation, store);
    this.cache = cache;
    this.mapping = mapping;
    this.table = table;
    this.caching = caching;
    this.wanted = wanted;
    this.unique = unique;
  }

  static <E, K> @Nullable EntityRead<E> of(
      DatabaseCache cache,
      Stores stores,
      int generation,
      TableModel table,
      UnaryOperator<String> naming,
      Caching caching,
      Key<E, K> key,
      K value) {
    if (key.table().source().kind() == Source.Kind.SUBTYPE || !isFixed(table)) {
      return null;
    }
    EntityMapping<E, ?> mapping = key.table().mapping();
    boolean primary = key instanceof EntityTable<E, ?>;
    Object wanted = primary ? primaryKey(key.table(), value) : ExactKey.of(value);
    if (wanted == null) {
      return null;
    }
    cache.learn(table, naming);
    SafeStore store = stores.of(mapping, table.entity(), caching);
    int unique = primary ? -1 : table.indexOf(key.keyColumns().get(0));
    return new EntityRead<>(cache, generation, store, mapping, table, caching, wanted, unique);
  }

  @SuppressWarnings("unchecked") // a key that is the table has the type of its key
  private static <E, P> @Nullable Object primaryKey(EntityTable<E, P> table, Object value) {
    return ExactKey.of(table.mapping(), (P) value);
  }

  /** Whether nobody who gets a row can change it for others. */
  private static boolean isFixed(TableModel table) {
    return table.columns().stream()
        .noneMatch(column -> column.type().kind() == ColumnType.Kind.BYTES
            || (column.type().element() != null
                && column.type().element().kind() == ColumnType.Kind.BYTES));
  }

  @Override
  @Nullable
  Object look() {
    if (unique < 0) {
      Entry entry = valid(wanted, caching.ttl().toNanos());
      return entry == null ? null : entry.value();
    }
    Entry where = store.get(new UniqueValue(unique, wanted));
    Entry entry = where == null ? null : valid(where.value(), caching.ttl().toNanos());
    return entry != null && hasValue(entry.value()) ? entry.value() : null;
  }

  @SuppressWarnings("unchecked") // the store holds rows of this mapping alone
  private boolean hasValue(Object row) {
    WrittenColumns columns = new WrittenColumns();
    mapping.write((E) row, columns);
    return wanted.equals(ExactKey.of(columns.values().get(unique)));
  }

  @Override
  WriteCount[] counts() {
    return unique < 0 ? countsOf(wanted) : counts(cache.gate(table.name()).any);
  }

  private WriteCount[] countsOf(Object primaryKey) {
    TableGate gate = cache.gate(table.name());
    return counts(gate.whole, gate.key(TableGate.number(primaryKey)));
  }

  private WriteCount[] counts(WriteCount... own) {
    List<WriteCount> counts = new ArrayList<>(List.of(own));
    counts.add(cache.flushes);
    cache.addCascades(table.name(), counts);
    return counts.toArray(WriteCount[]::new);
  }

  @Override
  Object flightKey() {
    return new Wanted(mapping, unique, wanted);
  }

  @Override
  @SuppressWarnings("unchecked") // what was read is a row of the mapping
  void keep(Object value, Stamp stamp, long at) {
    Object primaryKey = keyOf(mapping, (E) value);
    if (primaryKey == null) {
      return;
    }
    long ttl = caching.ttl().toNanos();
    if (unique < 0) {
      // what the database calls equal is kept under its own spelling only
      if (primaryKey.equals(wanted)) {
        store.put(wanted, entry(value, stamp, at), 1, ttl);
      }
      return;
    }
    Stamp narrow = Stamp.of(countsOf(primaryKey));
    if (narrow != null && stamp.holds() && hasValue(value)) {
      store.put(primaryKey, entry(value, narrow, at), 1, ttl);
      store.put(new UniqueValue(unique, wanted), entry(primaryKey, narrow, at), 1, ttl);
    }
  }

  private static <E, P> @Nullable Object keyOf(EntityMapping<E, P> mapping, E row) {
    P key = mapping.key(row);
    return key == null ? null : ExactKey.of(mapping, key);
  }
}
