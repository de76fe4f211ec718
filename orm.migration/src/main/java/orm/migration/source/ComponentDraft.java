package orm.migration.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.api.catalog.CatalogForeignKey;
import orm.api.schema.Naming;

/** A component of a record: one column, or a reference of one or several. */
final class ComponentDraft {
  /** Writes an annotation, without blanks around it. */
  interface Mark {
    String text(Imports imports);
  }

  private static final String INDENT = "    ";
  private static final int WIDTH = 99;

  final List<ColumnDraft> columns;
  final @Nullable TableDraft target;
  final @Nullable CatalogForeignKey key;
  final boolean id;
  String name = "";
  boolean generated;

  /** Those behind {@code @Id} and {@code @Column}. */
  final List<Mark> marks = new ArrayList<>();

  private ComponentDraft(
      List<ColumnDraft> columns,
      @Nullable TableDraft target,
      @Nullable CatalogForeignKey key,
      boolean id) {
    this.columns = List.copyOf(columns);
    this.target = target;
    this.key = key;
    this.id = id;
  }

  static ComponentDraft value(ColumnDraft column, boolean id) {
    return new ComponentDraft(List.of(column), null, null, id);
  }

  static ComponentDraft reference(
      List<ColumnDraft> columns, TableDraft target, CatalogForeignKey key, boolean id) {
    return new ComponentDraft(columns, target, key, id);
  }

  ColumnDraft first() {
    return columns.get(0);
  }

  boolean isReference() {
    return target != null;
  }

  boolean holds(List<String> names) {
    return columns.stream().map(ColumnDraft::name).toList().equals(names);
  }

  boolean nullable() {
    return generated || (!id && first().column().nullable());
  }

  /** The component on one line, or each annotation on one of its own. */
  String text(Imports imports) {
    List<String> parts = new ArrayList<>();
    if (id) {
      parts.add(imports.annotation("Id"));
    }
    column(imports, parts);
    marks.forEach(mark -> parts.add(mark.text(imports)));
    String type;
    TableDraft other = target;
    if (other == null) {
      parts.addAll(first().type().annotations(imports));
      type = first().type().text(imports, nullable());
    } else {
      String ref = "orm.api.model.Ref";
      type = (nullable() ? imports.nullable(ref) : imports.name(ref)) + "<" + other.type + ">";
    }
    parts.add(type + " " + name);
    String line = INDENT + String.join(" ", parts);
    return line.length() <= WIDTH ? line : INDENT + String.join("\n" + INDENT, parts);
  }

  private void column(Imports imports, List<String> parts) {
    if (columns.size() > 1) {
      return;
    }
    String usual = Naming.snakeCase(name) + (isReference() ? "_id" : "");
    String logical = first().logical();
    int length = isReference() ? 0 : first().type().length();
    String value = logical.equals(usual) ? "" : SourceText.literal(logical);
    if (length > 0) {
      parts.add(imports.annotation("Column")
          + (value.isEmpty() ? "(" : "(value = " + value + ", ")
          + "length = " + length + ")");
    } else if (!value.isEmpty()) {
      parts.add(imports.annotation("Column") + "(" + value + ")");
    }
  }
}
