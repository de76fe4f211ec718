package orm.migration.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import orm.api.catalog.Catalog;
import orm.api.catalog.CatalogColumn;
import orm.api.catalog.CatalogIndex;
import orm.api.catalog.CatalogTable;
import orm.api.catalog.CatalogView;
import orm.api.catalog.ObjectName;
import orm.migration.diff.DiffOptions.Kind;

/** What shall be there: the wish, and what is kept of what is there. */
final class Target {
  private final Catalog base;
  private final Catalog wish;
  private final DiffOptions options;
  private final SqlText text;

  private Target(Catalog base, Catalog wish, DiffOptions options, SqlText text) {
    this.base = base;
    this.wish = wish;
    this.options = options;
    this.text = text;
  }

  static Catalog of(Catalog base, Catalog wish, DiffOptions options, SqlText text) {
    return new Target(base, wish, options, text).catalog();
  }

  /** Without what is nobody's business. */
  static Catalog without(Catalog catalog, Set<ObjectName> ignored) {
    return ignored.isEmpty()
        ? catalog
        : new Catalog(
            catalog.tables().stream()
                .filter(each -> !ignored.contains(each.name()))
                .toList(),
            catalog.views().stream()
                .filter(each -> !ignored.contains(each.name()))
                .toList(),
            catalog.sequences().stream()
                .filter(each -> !ignored.contains(each.name()))
                .toList(),
            catalog.enums().stream()
                .filter(each -> !ignored.contains(each.name()))
                .toList(),
            catalog.domains().stream()
                .filter(each -> !ignored.contains(each.name()))
                .toList(),
            catalog.others().stream()
                .filter(each -> !ignored.contains(each.name()))
                .toList());
  }

  private Catalog catalog() {
    List<CatalogTable> tables = new ArrayList<>();
    wish.tables().forEach(table -> tables.add(table(table)));
    if (options.keeps(Kind.TABLE)) {
      base.tables().stream()
          .filter(table -> wish.table(table.name()).isEmpty())
          .forEach(tables::add);
    }
    tables.sort(Comparator.comparing(table -> table.name().toString()));
    return new Catalog(
        tables,
        views(),
        merged(wish.sequences(), base.sequences(), each -> each.name(), Kind.SEQUENCE),
        merged(wish.enums(), base.enums(), each -> each.name(), Kind.TYPE),
        merged(wish.domains(), base.domains(), each -> each.name(), Kind.TYPE),
        base.others());
  }

  private CatalogTable table(CatalogTable table) {
    CatalogTable there = base.table(table.name()).orElse(null);
    if (there == null) {
      return table;
    }
    return new CatalogTable(
        table.name(),
        table.columns().stream().map(column -> column(column, there)).toList(),
        table.primaryKey(),
        table.uniques(),
        table.foreignKeys(),
        table.checks(),
        merged(indexes(table, there), there.indexes(), CatalogIndex::name, Kind.INDEX),
        merged(table.triggers(), there.triggers(), each -> each.name(), Kind.TRIGGER),
        table.options(),
        comment(table.comment(), there.comment()));
  }

  private CatalogColumn column(CatalogColumn column, CatalogTable there) {
    String comment = comment(
        column.comment(),
        there.column(column.name()).map(CatalogColumn::comment).orElse(null));
    return Objects.equals(comment, column.comment())
        ? column
        : new CatalogColumn(
            column.name(),
            column.type(),
            column.nullable(),
            column.generation(),
            column.sql(),
            column.collation(),
            comment);
  }

  private List<CatalogIndex> indexes(CatalogTable table, CatalogTable there) {
    return table.indexes().stream()
        .map(index -> {
          Optional<CatalogIndex> old = there.indexes().stream()
              .filter(each -> each.name().equals(index.name()))
              .findFirst();
          return new CatalogIndex(
              index.name(),
              index.unique(),
              index.method(),
              index.parts(),
              index.included(),
              index.where(),
              index.nullsDistinct(),
              comment(index.comment(), old.map(CatalogIndex::comment).orElse(null)));
        })
        .toList();
  }

  private @Nullable String comment(@Nullable String wished, @Nullable String there) {
    return wished == null && options.keeps(Kind.COMMENT) ? there : wished;
  }

  private <T> List<T> merged(List<T> wished, List<T> there, Function<T, Object> name, Kind kind) {
    if (!options.keeps(kind)) {
      return wished;
    }
    List<T> merged = new ArrayList<>(wished);
    List<Object> names = wished.stream().map(name).toList();
    there.stream().filter(each -> !names.contains(name.apply(each))).forEach(merged::add);
    return merged;
  }

  /** Views stand on others, and those that are kept may stand on new ones. */
  private List<CatalogView> views() {
    List<CatalogView> all = new ArrayList<>();
    for (CatalogView view : merged(wish.views(), base.views(), CatalogView::name, Kind.VIEW)) {
      CatalogView there = base.views().stream()
          .filter(each -> each.name().equals(view.name()))
          .findFirst()
          .orElse(view);
      all.add(new CatalogView(
          view.name(),
          view.columns(),
          view.sql(),
          view.materialized(),
          merged(view.triggers(), there.triggers(), each -> each.name(), Kind.TRIGGER),
          comment(view.comment(), there.comment())));
    }
    Set<CatalogView> ordered = new LinkedHashSet<>();
    Set<ObjectName> seen = new LinkedHashSet<>();
    all.forEach(view -> visit(view, all, seen, ordered));
    return List.copyOf(ordered);
  }

  private void visit(
      CatalogView view, List<CatalogView> all, Set<ObjectName> seen, Set<CatalogView> ordered) {
    if (seen.add(view.name())) {
      for (CatalogView other : all) {
        if (text.mentions(view.sql(), List.of(other.name().name()))) {
          visit(other, all, seen, ordered);
        }
      }
      ordered.add(view);
    }
  }
}
