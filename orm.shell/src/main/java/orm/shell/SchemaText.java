package orm.shell;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import orm.api.catalog.Catalog;
import orm.api.catalog.CatalogCheck;
import orm.api.catalog.CatalogColumn;
import orm.api.catalog.CatalogForeignKey;
import orm.api.catalog.CatalogIndex;
import orm.api.catalog.CatalogKey;
import orm.api.catalog.CatalogTable;

/** Shows a schema as text and as a diagram for Mermaid. */
final class SchemaText {
  private SchemaText() {}

  static void text(Catalog catalog, PrintStream out) {
    for (CatalogTable table : catalog.tables()) {
      out.println(table.name() + (table.comment() == null ? "" : "  -- " + line(table.comment())));
      Table columns = new Table("  COLUMN", "TYPE", "NULL", "");
      for (CatalogColumn column : table.columns()) {
        columns.add(
            "  " + column.name(), column.type(), column.nullable() ? "null" : "", more(column));
      }
      columns.print(out);
      keys(table).forEach(key -> out.println("  " + key));
      out.println();
    }
    catalog.views().forEach(view -> out.println("view " + view.name()));
    catalog.sequences().forEach(sequence -> out.println("sequence " + sequence.name()));
    catalog
        .enums()
        .forEach(one ->
            out.println("enum " + one.name() + " (" + String.join(", ", one.labels()) + ")"));
    catalog.domains().forEach(domain -> out.println("domain " + domain.name()));
    catalog.others().forEach(other -> out.println(other.kind() + " " + other.name()));
  }

  private static String more(CatalogColumn column) {
    String sql = column.sql() == null ? "" : line(column.sql());
    return switch (column.generation()) {
      case NONE -> sql.isEmpty() ? "" : "default " + sql;
      case IDENTITY_ALWAYS, IDENTITY_BY_DEFAULT -> "identity";
      case AUTOINCREMENT -> "autoincrement";
      case STORED, VIRTUAL -> "computed " + sql;
    };
  }

  private static List<String> keys(CatalogTable table) {
    List<String> keys = new ArrayList<>();
    CatalogKey primary = table.primaryKey();
    if (primary != null) {
      keys.add("primary key (" + String.join(", ", primary.columns()) + ")");
    }
    table.uniques().forEach(key -> keys.add("unique (" + String.join(", ", key.columns()) + ")"));
    for (CatalogForeignKey key : table.foreignKeys()) {
      keys.add("foreign key (" + String.join(", ", key.columns()) + ") to " + key.target()
          + (key.targetColumns().isEmpty()
              ? ""
              : " (" + String.join(", ", key.targetColumns()) + ")"));
    }
    for (CatalogCheck check : table.checks()) {
      keys.add("check (" + line(check.sql()) + ")");
    }
    for (CatalogIndex index : table.indexes()) {
      String parts = index.parts().stream()
          .map(part -> part.column() == null ? line(String.valueOf(part.sql())) : part.column())
          .collect(Collectors.joining(", "));
      keys.add((index.unique() ? "unique index " : "index ") + index.name() + " (" + parts + ")"
          + (index.where() == null ? "" : " where " + line(index.where())));
    }
    table.triggers().forEach(trigger -> keys.add("trigger " + trigger.name()));
    return keys;
  }

  private static String line(String sql) {
    return sql.strip().replaceAll("\\s+", " ");
  }

  /** Names in quotes, since Mermaid takes words without blanks only elsewhere. */
  static void mermaid(Catalog catalog, PrintStream out) {
    out.println("erDiagram");
    for (CatalogTable table : catalog.tables()) {
      out.println("  " + quoted(table.name().toString()) + " {");
      for (CatalogColumn column : table.columns()) {
        out.println(
            "    " + word(column.type()) + " " + word(column.name()) + marks(table, column));
      }
      out.println("  }");
    }
    for (CatalogTable table : catalog.tables()) {
      for (CatalogForeignKey key : table.foreignKeys()) {
        boolean optional = key.columns().stream()
            .flatMap(name -> table.column(name).stream())
            .anyMatch(CatalogColumn::nullable);
        boolean one = isUnique(table, key);
        out.println("  " + quoted(key.target().toString()) + " " + (optional ? "|o" : "||") + "--"
            + (one ? "o|" : "o{") + " " + quoted(table.name().toString()) + " : "
            + quoted(String.join(", ", key.columns())));
      }
    }
  }

  private static boolean isUnique(CatalogTable table, CatalogForeignKey key) {
    CatalogKey primary = table.primaryKey();
    return (primary != null && primary.columns().equals(key.columns()))
        || table.uniques().stream().anyMatch(unique -> unique.columns().equals(key.columns()));
  }

  private static String marks(CatalogTable table, CatalogColumn column) {
    List<String> marks = new ArrayList<>();
    CatalogKey primary = table.primaryKey();
    if (primary != null && primary.columns().contains(column.name())) {
      marks.add("PK");
    }
    if (table.foreignKeys().stream().anyMatch(key -> key.columns().contains(column.name()))) {
      marks.add("FK");
    }
    if (table.uniques().stream().anyMatch(key -> key.columns().equals(List.of(column.name())))) {
      marks.add("UK");
    }
    return marks.isEmpty() ? "" : " " + String.join(", ", marks);
  }

  private static String quoted(String name) {
    return '"' + name.replace('"', '\'') + '"';
  }

  private static String word(String text) {
    String word = text.replaceAll("[^\\p{L}\\p{N}_()\\[\\]-]+", "_");
    return word.isEmpty() ? "_" : Character.isLetter(word.charAt(0)) ? word : "_" + word;
  }
}
