package orm.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orm.api.catalog.CatalogCheck;
import orm.api.catalog.CatalogColumn;
import orm.api.catalog.CatalogColumn.Generation;
import orm.api.catalog.CatalogForeignKey;
import orm.api.catalog.CatalogForeignKey.Action;
import orm.api.catalog.CatalogIndex;
import orm.api.catalog.CatalogKey;
import orm.api.catalog.CatalogTable;
import orm.api.catalog.CatalogView;
import orm.api.catalog.ObjectName;
import orm.spi.dialect.SqlSyntax;

/** Writes the objects of a catalog as SQLite defines them. */
final class SqliteDefinitions {
  private final SqlSyntax syntax;

  SqliteDefinitions(SqlSyntax syntax) {
    this.syntax = syntax;
  }

  String quote(String name) {
    return syntax.quote(name);
  }

  String quote(ObjectName name) {
    String schema = name.schema();
    return schema == null ? quote(name.name()) : quote(schema) + "." + quote(name.name());
  }

  /**
   * Writes a table under a name of its own, so that it may stand beside the one that it replaces.
   */
  String table(ObjectName name, CatalogTable table) {
    List<String> parts = new ArrayList<>();
    CatalogKey key = table.primaryKey();
    boolean keyInColumn = false;
    for (CatalogColumn column : table.columns()) {
      String keyText = key == null ? "" : columnKey(table, column, key);
      keyInColumn |= !keyText.isEmpty();
      parts.add(comment(column.comment()) + column(column, keyText, isRowId(table, column)));
    }
    if (key != null && !keyInColumn) {
      parts.add(constraint(key.name()) + "PRIMARY KEY " + columns(key.columns()));
    }
    table
        .uniques()
        .forEach(
            unique -> parts.add(constraint(unique.name()) + "UNIQUE " + columns(unique.columns())));
    table.foreignKeys().forEach(each -> parts.add(foreignKey(each)));
    table.checks().forEach(check -> parts.add(check(check)));
    return "CREATE TABLE " + quote(name) + " (" + lineComment(table.comment())
        + parts.stream().collect(Collectors.joining(",\n  ", "\n  ", "\n)"))
        + (table.options().isEmpty() ? "" : " " + String.join(", ", table.options()));
  }

  /** Lines before a column are about it. */
  private static String comment(@Nullable String comment) {
    return comment == null
        ? ""
        : comment.lines().map(line -> "-- " + line + "\n  ").collect(Collectors.joining());
  }

  private static String lineComment(@Nullable String comment) {
    return comment == null ? "" : " -- " + comment.lines().collect(Collectors.joining(" "));
  }

  /** Whether a column is another name of the row id, and so never null. */
  static boolean isRowId(CatalogTable table, CatalogColumn column) {
    CatalogKey key = table.primaryKey();
    return key != null
        && key.columns().equals(List.of(column.name()))
        && (column.generation() == Generation.AUTOINCREMENT
            || column.generation() == Generation.IDENTITY_BY_DEFAULT);
  }

  /** What must stand in the column: as a constraint of the table it would mean something else. */
  private String columnKey(CatalogTable table, CatalogColumn column, CatalogKey key) {
    if (!key.columns().equals(List.of(column.name()))) {
      return "";
    }
    if (column.generation() == Generation.AUTOINCREMENT) {
      return " " + constraint(key.name()) + "PRIMARY KEY AUTOINCREMENT";
    }
    boolean wouldBeRowId = column.type().toUpperCase(Locale.ROOT).equals("INTEGER")
        && column.generation() == Generation.NONE
        && !table.options().contains("WITHOUT ROWID");
    return wouldBeRowId ? " " + constraint(key.name()) + "PRIMARY KEY DESC" : "";
  }

  String column(CatalogColumn column) {
    return column(column, "", false);
  }

  private String column(CatalogColumn column, String key, boolean isRowId) {
    String text = quote(column.name()) + (column.type().isEmpty() ? "" : " " + column.type()) + key;
    if (!column.nullable() && !isRowId) {
      text += " NOT NULL";
    }
    if (column.collation() != null) {
      text += " COLLATE " + quote(column.collation());
    }
    return switch (column.generation()) {
      case STORED -> text + " AS (" + column.sql() + ") STORED";
      case VIRTUAL -> text + " AS (" + column.sql() + ") VIRTUAL";
      default -> column.sql() == null ? text : text + " DEFAULT (" + column.sql() + ")";
    };
  }

  private String constraint(@Nullable String name) {
    return name == null ? "" : "CONSTRAINT " + quote(name) + " ";
  }

  String check(CatalogCheck check) {
    return constraint(check.name()) + "CHECK (" + check.sql() + ")";
  }

  private String foreignKey(CatalogForeignKey key) {
    return constraint(key.name())
        + "FOREIGN KEY " + columns(key.columns())
        + " REFERENCES " + quote(key.target().name())
        + (key.targetColumns().isEmpty() ? "" : " " + columns(key.targetColumns()))
        + action(" ON DELETE ", key.onDelete())
        + action(" ON UPDATE ", key.onUpdate())
        + switch (key.checkTime()) {
          case STATEMENT -> "";
          case DEFERRABLE -> " DEFERRABLE";
          case DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
        };
  }

  private static String action(String when, Action action) {
    return action == Action.NO_ACTION ? "" : when + action.name().replace('_', ' ');
  }

  String columns(List<String> names) {
    return names.stream().map(this::quote).collect(Collectors.joining(", ", "(", ")"));
  }

  /** The statements that make an index for the rows that are there, in order. */
  List<String> index(CatalogTable table, CatalogIndex index) {
    return isOfText(index)
        ? textIndex(table, index).createFilled(this::quote, schema(table.name()))
        : List.of(index(table.name(), index));
  }

  private static TextIndexText textIndex(CatalogTable table, CatalogIndex index) {
    CatalogKey key = table.primaryKey();
    List<String> columns =
        index.parts().stream().map(part -> String.valueOf(part.column())).toList();
    String rowId = key == null ? "rowid" : key.columns().get(0);
    return TextIndexText.of(table.name().name(), index.name(), columns, rowId);
  }

  /** The statements that take an index away. */
  List<String> dropIndex(ObjectName table, String name, boolean ofText) {
    return ofText
        ? TextIndexText.drop(name, this::quote, schema(table))
        : List.of("DROP INDEX " + schema(table) + quote(name));
  }

  /** Whether an index is a table of its own, which does not go with its table. */
  static boolean isOfText(CatalogIndex index) {
    return index.method().startsWith(TextIndexText.METHOD);
  }

  private String schema(ObjectName name) {
    return name.schema() == null ? "" : quote(name.schema()) + ".";
  }

  /** The schema stands before the name of the index, never before that of the table. */
  private String index(ObjectName table, CatalogIndex index) {
    return (index.unique() ? "CREATE UNIQUE INDEX " : "CREATE INDEX ")
        + quote(new ObjectName(table.schema(), index.name()))
        + " ON " + quote(table.name())
        + index.parts().stream().map(this::part).collect(Collectors.joining(", ", " (", ")"))
        + (index.where() == null ? "" : " WHERE " + index.where());
  }

  private String part(CatalogIndex.Part part) {
    String column = part.column();
    return (column == null ? "(" + part.sql() + ")" : quote(column))
        + (part.collation() == null ? "" : " COLLATE " + quote(part.collation()))
        + (part.descending() ? " DESC" : "");
  }

  String view(CatalogView view) {
    List<String> names = view.columns().stream().map(CatalogColumn::name).toList();
    return "CREATE VIEW " + quote(view.name()) + (names.isEmpty() ? "" : " " + columns(names))
        + " AS " + view.sql();
  }
}
