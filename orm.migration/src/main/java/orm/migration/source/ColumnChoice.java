package orm.migration.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import orm.api.catalog.Catalog;
import orm.api.catalog.CatalogCheck;
import orm.api.catalog.CatalogColumn;
import orm.api.catalog.CatalogColumn.Generation;
import orm.api.catalog.CatalogTable;
import orm.api.schema.ColumnType;
import orm.api.schema.ColumnType.Kind;
import orm.spi.dialect.Connector;

/** Decides which columns a record can hold, and as what. */
final class ColumnChoice {
  private final Catalog catalog;
  private final Connector connector;
  private final LogicalNames names;
  private final TakenNames types;
  private final Notes notes;
  private final Map<String, EnumDraft> enums = new LinkedHashMap<>();

  ColumnChoice(
      Catalog catalog, Connector connector, LogicalNames names, TakenNames types, Notes notes) {
    this.catalog = catalog;
    this.connector = connector;
    this.names = names;
    this.types = types;
    this.notes = notes;
  }

  List<EnumDraft> enums() {
    return List.copyOf(enums.values());
  }

  /** The columns of a table, or of a view seen as one. */
  TableDraft of(CatalogTable table, String logical, String type) {
    List<ColumnDraft> columns = new ArrayList<>();
    Set<CatalogCheck> said = new HashSet<>();
    Set<String> folded = new HashSet<>();
    for (CatalogColumn column : table.columns()) {
      Optional<String> name = names.of(column.name());
      if (name.isEmpty()) {
        leaveOut(table, column, "no name in a model leads to it");
      } else if (folded.contains(name.get().toLowerCase(Locale.ROOT))) {
        leaveOut(table, column, "its name is that of another column but for its case");
      } else if (column.computed()) {
        leaveOut(table, column, "the database computes it");
      } else if (column.generation() == Generation.IDENTITY_ALWAYS && !isKey(table, column)) {
        leaveOut(table, column, "the database counts it up and takes no value");
      } else {
        Optional<ColumnType> found = type(table, column, said);
        if (found.isEmpty()) {
          leaveOut(table, column, "no type in Java holds a " + typeOf(column));
        } else {
          folded.add(name.get().toLowerCase(Locale.ROOT));
          columns.add(new ColumnDraft(column, name.get(), text(table, column, type, found.get())));
          tell(table, column);
        }
      }
    }
    TableDraft draft = new TableDraft(table, logical, type, columns);
    draft.said.addAll(said);
    return draft;
  }

  private static boolean isKey(CatalogTable table, CatalogColumn column) {
    return table.primaryKey() != null
        && table.primaryKey().columns().equals(List.of(column.name()));
  }

  private static String typeOf(CatalogColumn column) {
    return column.type().isEmpty() ? "column without type" : column.type();
  }

  private void leaveOut(CatalogTable table, CatalogColumn column, String why) {
    boolean needed = !column.nullable()
        && column.sql() == null
        && !column.computed()
        && column.generation() == Generation.NONE;
    notes.add(
        table,
        column.name(),
        "left out: " + why + (needed ? "; since it is required, rows cannot be inserted" : ""));
  }

  private void tell(CatalogTable table, CatalogColumn column) {
    if (column.collation() != null) {
      notes.add(table, column.name(), "its collation " + column.collation() + " is not said");
    }
    catalog.domains().stream()
        .filter(domain -> domain.name().name().equals(column.type()))
        .findFirst()
        .ifPresent(domain ->
            notes.add(table, column.name(), "its domain " + domain.name() + " is not said"));
  }

  /** The type, as far as an annotation can say it; empty for none. */
  private Optional<ColumnType> type(
      CatalogTable table, CatalogColumn column, Set<CatalogCheck> said) {
    List<CatalogCheck> checks = new ArrayList<>(table.checks());
    Optional<ColumnType> type = connector.catalogReader().logicalType(catalog, column, checks);
    for (CatalogCheck check : table.checks()) {
      List<CatalogCheck> without = new ArrayList<>(checks);
      without.remove(check);
      Optional<ColumnType> other = connector.catalogReader().logicalType(catalog, column, without);
      if (type.isPresent() && !other.equals(type)) {
        if (isSayable(type.get())) {
          boolean written =
              !connector.schemaSyntax().typeCheck(column.name(), type.get()).isEmpty();
          if (written) {
            said.add(check);
          }
        } else {
          notes.add(
              table,
              column.name(),
              "it is no enum: Java cannot have its labels " + type.get().labels() + " as names");
          checks = without; // it stays a check
          type = other;
        }
      }
    }
    return type.filter(ColumnChoice::isSayable);
  }

  private static boolean isSayable(ColumnType type) {
    ColumnType element = type.element();
    return switch (type.kind()) {
      case ENUM -> type.labels().stream().allMatch(JavaNames::isConstant);
      case CONVERTED -> false;
      case DECIMAL -> type.size() <= 1000;
      case LIST ->
        element != null
            && element.kind() != Kind.BYTES
            && element.kind() != Kind.JSON
            && isSayable(element);
      default -> true;
    };
  }

  private TypeText text(CatalogTable table, CatalogColumn column, String owner, ColumnType type) {
    ColumnType single = type.element() == null ? type : type.element();
    if (single.kind() != Kind.ENUM) {
      return new TypeText(type, "");
    }
    String ofType = single.name();
    String key = ofType == null ? table.name() + "\n" + column.name() : ofType;
    EnumDraft found = enums.computeIfAbsent(key, unused -> {
      String name = types.free(
          ofType == null ? owner + JavaNames.type(column.name()) : JavaNames.type(ofType));
      String comment = ofType == null
          ? "What column " + column.name() + " of " + table.name().name() + " holds."
          : "The type " + ofType + ".";
      return new EnumDraft(name, single.labels(), comment);
    });
    return new TypeText(type, found.name());
  }
}
