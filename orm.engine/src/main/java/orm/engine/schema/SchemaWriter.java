package orm.engine.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import orm.api.schema.CheckSchema;
import orm.api.schema.ColumnSchema;
import orm.api.schema.ColumnType;
import orm.api.schema.ForeignKeySchema;
import orm.api.schema.IndexSchema;
import orm.api.schema.UniqueSchema;
import orm.engine.plan.ColumnModel;
import orm.engine.plan.TableModel;
import orm.engine.plan.TableModels;
import orm.spi.dialect.SchemaSyntax;
import orm.spi.dialect.SqlSyntax;

/** Writes the statements that create tables, in the order that their references need. */
public final class SchemaWriter {
  private static final Pattern HOLE = Pattern.compile("\\{([^{}]+)}");

  private final TableModels models;
  private final SqlSyntax sql;
  private final SchemaSyntax schema;

  /**
   * Makes a writer.
   *
   * @param models knows the names in the database
   * @param sql quotes names
   * @param schema what the dialect says differently
   */
  public SchemaWriter(TableModels models, SqlSyntax sql, SchemaSyntax schema) {
    this.models = models;
    this.sql = sql;
    this.schema = schema;
  }

  /**
   * Writes the statements for some tables and the link tables that belong to them.
   *
   * @param tables the tables; the rows of one hierarchy are one table
   * @return the statements in order, unmodifiable
   */
  public List<String> create(Collection<TableModel> tables) {
    Map<String, TableModel> byName = new LinkedHashMap<>();
    tables.forEach(table -> byName.putIfAbsent(table.schema().name(), table));
    for (TableModel table : tables) {
      for (TableModel link : table.links()) {
        TableModel other = byName.putIfAbsent(link.schema().name(), link);
        if (other != null && !other.schema().equals(link.schema())) {
          throw new IllegalArgumentException(
              "the link table of " + link.entity() + " has the name of the table of "
                  + other.entity() + ": " + link.schema().name());
        }
      }
    }
    List<TableModel> ordered = ordered(byName);
    List<String> statements = new ArrayList<>();
    Set<String> created = new LinkedHashSet<>();
    List<String> later = new ArrayList<>();
    for (TableModel table : ordered) {
      table.columns().forEach(column -> statements.addAll(prepare(column)));
      created.add(table.schema().name());
      List<ForeignKeySchema> inside = new ArrayList<>();
      for (ForeignKeySchema key : table.schema().foreignKeys()) {
        boolean ready = schema.referencesMayLookAhead()
            || created.contains(key.targetTable())
            || !byName.containsKey(key.targetTable());
        if (ready) {
          inside.add(key);
        } else {
          later.add("ALTER TABLE " + quote(table.name()) + " ADD " + reference(table, key));
        }
      }
      statements.add(table(table, inside));
    }
    statements.addAll(later);
    for (TableModel table : ordered) {
      table.schema().indexes().forEach(index -> statements.addAll(index(table, index)));
    }
    return List.copyOf(statements.stream().distinct().toList());
  }

  private List<String> prepare(ColumnModel column) {
    List<String> statements = new ArrayList<>(schema.prepareType(column.type()));
    String sequence = column.schema().sequence();
    if (sequence != null && column.schema().origin() == ColumnSchema.Origin.SEQUENCE) {
      statements.add("CREATE SEQUENCE IF NOT EXISTS " + quote(models.databaseName(sequence)));
    }
    return statements;
  }

  /**
   * Tables that are referred to come first; where references form a cycle the given order stays.
   */
  private static List<TableModel> ordered(Map<String, TableModel> tables) {
    Set<TableModel> ordered = new LinkedHashSet<>();
    Set<String> visiting = new LinkedHashSet<>();
    tables.values().forEach(table -> visit(table, tables, visiting, ordered));
    return List.copyOf(ordered);
  }

  private static void visit(
      TableModel table,
      Map<String, TableModel> tables,
      Set<String> visiting,
      Set<TableModel> ordered) {
    if (visiting.add(table.schema().name())) {
      for (ForeignKeySchema key : table.schema().foreignKeys()) {
        TableModel target = tables.get(key.targetTable());
        if (target != null) {
          visit(target, tables, visiting, ordered);
        }
      }
      ordered.add(table);
    }
  }

  private String table(TableModel table, List<ForeignKeySchema> references) {
    List<String> parts = new ArrayList<>();
    boolean keyInColumn = false;
    boolean soleKey = table.schema().primaryKey().size() == 1;
    for (ColumnModel column : table.columns()) {
      boolean isKey = table.schema().primaryKey().contains(column.schema().name());
      String generation = generation(column, isKey && soleKey);
      keyInColumn |= generation.contains("PRIMARY KEY");
      parts.add(column(table, column, generation));
    }
    if (!keyInColumn) {
      parts.add(constraint(table.schema().name() + "_pkey")
          + "PRIMARY KEY "
          + columns(table, table.schema().primaryKey()));
    }
    for (UniqueSchema unique : table.schema().uniques()) {
      parts.add(constraint(unique.name()) + "UNIQUE " + columns(table, unique.columns()));
    }
    references.forEach(key -> parts.add(reference(table, key)));
    for (CheckSchema check : table.schema().checks()) {
      parts.add(constraint(check.name()) + "CHECK (" + filled(table, check.sql()) + ")");
    }
    subtypeChecks(table, parts);
    return "CREATE TABLE "
        + quote(table.name())
        + parts.stream().collect(Collectors.joining(",\n  ", " (\n  ", "\n)"))
        + schema.tableSuffix();
  }

  private String generation(ColumnModel column, boolean soleKey) {
    if (!column.schema().madeByDatabase()
        || column.schema().origin() == ColumnSchema.Origin.DEFAULT) {
      return "";
    }
    String sequence = column.schema().sequence();
    return schema.generation(
        column.schema(), sequence == null ? "" : quote(models.databaseName(sequence)), soleKey);
  }

  private String column(TableModel table, ColumnModel column, String generation) {
    ColumnSchema definition = column.schema();
    boolean mayBeNull = definition.nullable() || !definition.subtypes().isEmpty();
    String text = quote(column.name()) + " " + schema.typeName(column.type()) + generation;
    if (!mayBeNull && !generation.contains("PRIMARY KEY")) {
      text += " NOT NULL";
    }
    if (definition.defaultSql() != null) {
      String value = schema.storedValue(filled(table, definition.defaultSql()), column.type());
      text += " DEFAULT (" + value + ")";
    }
    String check = schema.typeCheck(quote(column.name()), column.type());
    return check.isEmpty() ? text : text + " CHECK (" + check + ")";
  }

  /** A required component of a subtype is required in that subtype's rows. */
  private void subtypeChecks(TableModel table, List<String> parts) {
    String discriminator = table.schema().discriminator();
    if (discriminator == null) {
      return;
    }
    String kind = quote(table.column(discriminator).name());
    for (ColumnModel column : table.columns()) {
      if (!column.schema().subtypes().isEmpty() && !column.schema().nullable()) {
        String subtypes = column.schema().subtypes().stream()
            .map(subtype -> "'" + subtype.replace("'", "''") + "'")
            .collect(Collectors.joining(", "));
        parts.add(constraint(table.schema().name() + "_" + column.schema().name() + "_required")
            + "CHECK ("
            + kind
            + " NOT IN ("
            + subtypes
            + ") OR "
            + quote(column.name())
            + " IS NOT NULL)");
      }
    }
  }

  private String reference(TableModel table, ForeignKeySchema key) {
    String usual = table.schema().name() + "_" + String.join("_", key.columns()) + "_fkey";
    return constraint(key.name() == null ? usual : key.name())
        + "FOREIGN KEY "
        + columns(table, key.columns())
        + " REFERENCES "
        + quote(models.databaseName(key.targetTable()))
        + key.targetColumns().stream()
            .map(column -> quote(models.databaseName(column)))
            .collect(Collectors.joining(", ", " (", ")"))
        + action(" ON DELETE ", key.onDelete())
        + action(" ON UPDATE ", key.onUpdate())
        + (key.deferrable() ? " DEFERRABLE" : "")
        + (key.deferred() ? " INITIALLY DEFERRED" : "");
  }

  private static String action(String when, ForeignKeySchema.Action action) {
    return action == ForeignKeySchema.Action.NO_ACTION
        ? ""
        : when + action.name().replace('_', ' ');
  }

  private List<String> index(TableModel table, IndexSchema index) {
    if (index.language() != null) {
      return schema.createTextIndex(table.textIndex(index.name()));
    }
    String parts = index.parts().stream()
        .map(part -> indexPart(table, part))
        .collect(Collectors.joining(", ", " (", ")"));
    String where = index.whereSql();
    return List.of((index.unique() ? "CREATE UNIQUE INDEX " : "CREATE INDEX ")
        + quote(models.databaseName(index.name()))
        + " ON "
        + quote(table.name())
        + parts
        + (where == null ? "" : " WHERE " + filled(table, where)));
  }

  private String indexPart(TableModel table, IndexSchema.Part part) {
    String column = part.column();
    String text = column != null
        ? quote(table.column(column).name())
        : "(" + filled(table, String.valueOf(part.sql())) + ")";
    return part.descending() ? text + " DESC" : text;
  }

  /** Puts the columns of components into a user's SQL text. */
  private String filled(TableModel table, String text) {
    Map<String, ColumnModel> byComponent = new LinkedHashMap<>();
    table.columns().forEach(column -> byComponent.putIfAbsent(column.schema().component(), column));
    StringBuilder out = new StringBuilder();
    Matcher hole = HOLE.matcher(text);
    while (hole.find()) {
      ColumnModel column = byComponent.get(hole.group(1));
      if (column != null) {
        ColumnType type = column.type();
        hole.appendReplacement(
            out, Matcher.quoteReplacement(schema.logicalValue(quote(column.name()), type)));
      }
    }
    hole.appendTail(out);
    return out.toString();
  }

  private String constraint(String name) {
    return "CONSTRAINT " + quote(models.databaseName(name)) + " ";
  }

  private String columns(TableModel table, List<String> logicalNames) {
    return logicalNames.stream()
        .map(name -> quote(table.column(name).name()))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private String quote(String name) {
    return sql.quote(name);
  }
}
