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

  String text(Imports imports) {
    StringBuilder out = new StringBuilder();
    if (id) {
      out.append(imports.annotation("Id")).append(' ');
    }
    out.append(column(imports));
    marks.forEach(mark -> out.append(mark.text(imports)).append(' '));
    TableDraft other = target;
    if (other == null) {
      out.append(first().type().annotations(imports));
      out.append(first().type().text(imports, nullable()));
    } else {
      String ref = "orm.api.model.Ref";
      out.append(nullable() ? imports.nullable(ref) : imports.name(ref));
      out.append('<').append(other.type).append('>');
    }
    return out.append(' ').append(name).toString();
  }

  private String column(Imports imports) {
    if (columns.size() > 1) {
      return "";
    }
    String usual = Naming.snakeCase(name) + (isReference() ? "_id" : "");
    String logical = first().logical();
    int length = isReference() ? 0 : first().type().length();
    String value = logical.equals(usual) ? "" : SourceText.literal(logical);
    if (length == 0) {
      return value.isEmpty() ? "" : imports.annotation("Column") + "(" + value + ") ";
    }
    return imports.annotation("Column")
        + (value.isEmpty() ? "(" : "(value = " + value + ", ")
        + "length = " + length + ") ";
  }
}
