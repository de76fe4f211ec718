package orm.api.schema;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the text form of a {@link TableSchema}, which {@link SchemaParser} reads. */
final class SchemaPrinter {
  /** Words that would be taken for syntax if they stood unquoted where a name may stand. */
  private static final Set<String> KEYWORDS = Set.of("unique", "sql", "desc", "native", "was");

  private SchemaPrinter() {}

  static String table(TableSchema table) {
    StringBuilder out = new StringBuilder("table ").append(name(table.name()));
    if (table.renamedFrom() != null) {
      out.append(" was ").append(name(table.renamedFrom()));
    }
    out.append('\n');
    table.columns().forEach(column -> column(column, out));
    if (table.discriminator() != null) {
      out.append("discriminator ").append(name(table.discriminator())).append('\n');
    }
    out.append("primary key ").append(names(table.primaryKey())).append('\n');
    for (UniqueSchema unique : table.uniques()) {
      out.append("unique ").append(name(unique.name())).append(' ');
      out.append(names(unique.columns())).append('\n');
    }
    table.foreignKeys().forEach(key -> reference(key, out));
    table.indexes().forEach(index -> index(index, out));
    for (CheckSchema check : table.checks()) {
      out.append("check ").append(name(check.name())).append(' ');
      out.append(quote(check.sql())).append('\n');
    }
    for (LinkSchema link : table.links()) {
      out.append("link ").append(name(link.name())).append(' ').append(name(link.table()));
      out.append(' ').append(side(link.left())).append(", ").append(side(link.right()));
      out.append('\n');
    }
    return out.toString();
  }

  private static String side(LinkSchema.Side side) {
    return side.columns().stream()
            .map(column -> name(column.name()) + " " + type(column.type()))
            .collect(Collectors.joining(", ", "(", ") -> "))
        + name(side.targetTable())
        + " "
        + names(side.targetColumns())
        + (side.onDelete() == ForeignKeySchema.Action.CASCADE
            ? ""
            : " on delete " + words(side.onDelete()));
  }

  private static void column(ColumnSchema column, StringBuilder out) {
    out.append("column ").append(name(column.name())).append(' ').append(type(column.type()));
    if (!column.component().equals(camelCase(column.name()))) {
      out.append(" component ").append(name(column.component()));
    }
    out.append(column.nullable() ? " null" : "");
    switch (column.origin()) {
      case GIVEN -> {}
      case IDENTITY -> out.append(" identity");
      case SEQUENCE -> out.append(" sequence ").append(name(String.valueOf(column.sequence())));
      case DEFAULT -> out.append(" generated");
      case UUID -> out.append(" uuid7");
      case GENERATOR -> out.append(" generator ").append(name(String.valueOf(column.sequence())));
    }
    if (column.defaultSql() != null) {
      out.append(" default ").append(quote(column.defaultSql()));
    }
    out.append(
        switch (column.role()) {
          case NONE -> "";
          case VERSION -> " version";
          case CREATED_AT -> " created";
          case UPDATED_AT -> " updated";
          case CREATED_BY -> " created by";
          case UPDATED_BY -> " updated by";
          case DELETED -> " deleted";
        });
    out.append(column.sensitive() ? " sensitive" : "");
    if (!column.subtypes().isEmpty()) {
      out.append(" for ").append(names(column.subtypes()));
    }
    if (column.renamedFrom() != null) {
      out.append(" was ").append(name(column.renamedFrom()));
    }
    out.append('\n');
  }

  static String type(ColumnType type) {
    String parameters = switch (type.kind()) {
      case TEXT -> type.size() == 0 ? "" : "(" + type.size() + ")";
      case DECIMAL -> type.size() == 0 ? "" : "(" + type.size() + "," + type.scale() + ")";
      case ENUM ->
        (type.name() == null ? "" : " native " + name(type.name())) + names(type.labels());
      case LIST, RANGE -> "(" + type.element() + ")";
      case CONVERTED -> "(" + name(String.valueOf(type.name())) + ")";
      default -> "";
    };
    return word(type.kind()) + parameters;
  }

  static String word(ColumnType.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static void reference(ForeignKeySchema key, StringBuilder out) {
    out.append("reference ").append(name(key.component())).append(' ');
    out.append(names(key.columns()))
        .append(" -> ")
        .append(name(key.targetTable()))
        .append(' ');
    out.append(names(key.targetColumns()));
    if (key.name() != null) {
      out.append(" name ").append(name(key.name()));
    }
    if (key.onDelete() != ForeignKeySchema.Action.NO_ACTION) {
      out.append(" on delete ").append(words(key.onDelete()));
    }
    if (key.onUpdate() != ForeignKeySchema.Action.NO_ACTION) {
      out.append(" on update ").append(words(key.onUpdate()));
    }
    out.append(key.deferred() ? " deferred" : key.deferrable() ? " deferrable" : "");
    out.append('\n');
  }

  private static String words(ForeignKeySchema.Action action) {
    return action.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static void index(IndexSchema index, StringBuilder out) {
    out.append(index.unique() ? "index unique " : "index ")
        .append(name(index.name()))
        .append(" (");
    String separator = "";
    for (IndexSchema.Part part : index.parts()) {
      out.append(separator);
      if (part.column() != null) {
        out.append(name(part.column()));
      } else if (part.sql() != null) {
        out.append("sql ").append(quote(part.sql()));
      }
      out.append(part.descending() ? " desc" : "");
      separator = ", ";
    }
    out.append(')');
    if (index.whereSql() != null) {
      out.append(" where ").append(quote(index.whereSql()));
    }
    if (index.language() != null) {
      out.append(" language ").append(name(index.language()));
    }
    out.append('\n');
  }

  private static String names(List<String> names) {
    return names.stream().map(SchemaPrinter::name).collect(Collectors.joining(", ", "(", ")"));
  }

  private static String name(String name) {
    boolean plain = !name.isEmpty() && !KEYWORDS.contains(name);
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      plain &= (c >= 'a' && c <= 'z')
          || (c >= 'A' && c <= 'Z')
          || (c >= '0' && c <= '9')
          || c == '_'
          || c == '.'
          || c == '$';
    }
    return plain ? name : quote(name);
  }

  private static String quote(String text) {
    return '"'
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r")
        + '"';
  }

  /** The component name that a column name comes from where nothing else is said. */
  static String camelCase(String name) {
    return Naming.CAMEL_CASE.apply(name);
  }
}
