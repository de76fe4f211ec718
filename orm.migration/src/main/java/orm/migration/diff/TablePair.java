package orm.migration.diff;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import orm.api.catalog.CatalogColumn;
import orm.api.catalog.CatalogColumn.Generation;
import orm.api.catalog.CatalogIndex;
import orm.api.catalog.CatalogKey;
import orm.api.catalog.CatalogTable;
import orm.api.catalog.ObjectName;

/** A table before and after, and which of its columns change so that others must make way. */
final class TablePair {
  /** The table as it is now, with its old names. */
  final CatalogTable old;

  /** The same with its new names. */
  final CatalogTable now;

  /** The table that it shall be. */
  final CatalogTable to;

  final List<CatalogColumn> added = new ArrayList<>();
  final List<CatalogColumn> dropped = new ArrayList<>();

  /** Columns that are computed otherwise, or from others that change: dropped and added. */
  final Set<String> replaced = new LinkedHashSet<>();

  /** Columns with other types. */
  private final Set<String> retyped = new LinkedHashSet<>();

  private final SqlText text;
  private final Canonical canonical;

  TablePair(
      CatalogTable old, CatalogTable now, CatalogTable to, SqlText text, Set<String> newTypes) {
    this.old = old;
    this.now = now;
    this.to = to;
    this.text = text;
    this.canonical = new Canonical(text);
    for (CatalogColumn column : now.columns()) {
      CatalogColumn wanted = to.column(column.name()).orElse(null);
      if (wanted == null) {
        dropped.add(column);
      } else if (isReplaced(column, wanted)) {
        replaced.add(column.name());
      } else if (isRetyped(column, wanted) || newTypes.contains(TypeNames.bare(wanted.type()))) {
        retyped.add(column.name());
      }
    }
    to.columns().stream().filter(column -> now.column(column.name()).isEmpty()).forEach(added::add);
    findComputedFromTouched();
  }

  private boolean isReplaced(CatalogColumn column, CatalogColumn wanted) {
    return wanted.computed() && !canonical.column(column).equals(canonical.column(wanted));
  }

  private boolean isRetyped(CatalogColumn column, CatalogColumn wanted) {
    CatalogColumn one = canonical.column(column);
    CatalogColumn other = canonical.column(wanted);
    return !one.type().equals(other.type())
        || !Objects.equals(one.collation(), other.collation())
        || (one.generation() == Generation.VIRTUAL && other.generation() != Generation.VIRTUAL);
  }

  private void findComputedFromTouched() {
    int before;
    do {
      before = replaced.size();
      Set<String> touched = touched();
      now.columns().stream()
          .filter(column -> column.computed() && to.column(column.name()).isPresent())
          .filter(column -> to.column(column.name()).get().computed())
          .filter(column -> text.mentions(column.sql(), touched))
          .forEach(column -> replaced.add(column.name()));
    } while (replaced.size() > before);
  }

  /** The columns that are not what they were. */
  Set<String> touched() {
    Set<String> touched = new LinkedHashSet<>(gone());
    touched.addAll(retyped);
    return touched;
  }

  /** The columns that are dropped, for good or for a moment. */
  private Set<String> gone() {
    Set<String> gone = new LinkedHashSet<>(replaced);
    dropped.forEach(column -> gone.add(column.name()));
    return gone;
  }

  boolean isRenamed() {
    return !old.name().equals(now.name()) || !columnNames(old).equals(columnNames(now));
  }

  private static List<String> columnNames(CatalogTable table) {
    return table.columns().stream().map(CatalogColumn::name).toList();
  }

  /** Whether views and triggers that use the table must make way. */
  boolean isHeavy() {
    return isRenamed() || !touched().isEmpty();
  }

  Set<String> names() {
    return new LinkedHashSet<>(List.of(old.name().name(), now.name().name()));
  }

  ObjectName name() {
    return to.name();
  }

  boolean keepsKey(CatalogKey key) {
    return key.columns().stream().noneMatch(replaced::contains);
  }

  boolean keepsCheck(String sql) {
    return !text.mentions(sql, touched());
  }

  boolean keepsIndex(CatalogIndex index) {
    Set<String> touched = touched();
    if (text.mentions(index.where(), touched)
        || index.included().stream().anyMatch(replaced::contains)) {
      return false;
    }
    boolean plain = index.method().equals("btree");
    for (CatalogIndex.Part part : index.parts()) {
      String column = part.column();
      boolean makesWay = column == null
          ? text.mentions(part.sql(), touched)
          : replaced.contains(column)
              || (touched.contains(column) && (!plain || part.operators() != null));
      if (makesWay) {
        return false;
      }
    }
    return true;
  }

  /** Whether no key of these columns goes, be it for a moment. */
  boolean keepsKeyOf(List<String> columns) {
    Set<String> wanted = Set.copyOf(columns);
    boolean keys = keys(now).stream()
        .filter(key -> Set.copyOf(key.columns()).equals(wanted))
        .allMatch(key -> keepsKey(key)
            && keys(to).stream()
                .anyMatch(other -> canonical.key(other).equals(canonical.key(key))));
    return keys
        && now.indexes().stream()
            .filter(index -> index.unique() && columnsOf(index).equals(wanted))
            .allMatch(index -> keepsIndex(index)
                && to.indexes().stream()
                    .anyMatch(other -> canonical.index(other).equals(canonical.index(index))));
  }

  private static Set<String> columnsOf(CatalogIndex index) {
    Set<String> columns = new LinkedHashSet<>();
    index.parts().forEach(part -> columns.add(String.valueOf(part.column())));
    return columns;
  }

  private static List<CatalogKey> keys(CatalogTable table) {
    List<CatalogKey> keys = new ArrayList<>(table.uniques());
    CatalogKey primary = table.primaryKey();
    if (primary != null) {
      keys.add(primary);
    }
    return keys;
  }
}
