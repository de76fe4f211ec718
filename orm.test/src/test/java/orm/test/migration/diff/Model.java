package orm.test.migration.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orm.api.catalog.ObjectName;
import orm.migration.diff.DiffOptions;
import orm.test.database.DatabaseKind;

/** A random schema. Tables and columns keep their numbers when they are renamed. */
final class Model {
  /** How many rows each table has; the row of number i has i in its key. */
  static final int ROWS = 4;

  /** Types of columns, each with a value for each row. */
  enum Type {
    SMALL("smallint", "INTEGER"),
    INT("integer", "INTEGER"),
    BIG("bigint", "INTEGER"),
    NUMERIC("numeric(12,2)", "REAL"),
    TEXT("text", "TEXT"),
    VARCHAR("varchar(60)", "TEXT"),
    DIGITS("text", "TEXT"),
    FLAG("boolean", "INTEGER"),
    DATE("date", "TEXT"),
    STAMP("timestamp", "TEXT"),
    BYTES("bytea", "BLOB"),
    MOOD("mood", "TEXT");

    final String postgres;
    final String sqlite;

    Type(String postgres, String sqlite) {
      this.postgres = postgres;
      this.sqlite = sqlite;
    }

    String value(DatabaseKind kind, int row) {
      boolean postgres = kind == DatabaseKind.POSTGRES;
      return switch (this) {
        case SMALL, INT, BIG -> "" + row;
        case NUMERIC -> row + ".00";
        case TEXT, VARCHAR -> "'text " + row + " é'";
        case DIGITS -> "'" + row + "'";
        case FLAG -> postgres ? "" + (row % 2 == 0) : "" + row % 2;
        case DATE -> "'2024-01-0" + row + "'";
        case STAMP -> "'2024-01-0" + row + " 00:00:00'";
        case BYTES -> postgres ? "'\\x0" + row + "'" : "x'0" + row + "'";
        case MOOD -> row % 2 == 0 ? "'sad'" : "'ok'";
      };
    }

    boolean isNumber() {
      return this == SMALL || this == INT || this == BIG || this == NUMERIC;
    }

    /** Types that hold the same values, there and back. */
    List<Type> others(DatabaseKind kind) {
      return switch (this) {
        case SMALL, INT, BIG -> List.of(SMALL, INT, BIG, NUMERIC, DIGITS);
        case NUMERIC -> List.of(INT, BIG, NUMERIC);
        case DIGITS -> List.of(INT, SMALL);
        case TEXT, VARCHAR -> List.of(TEXT, VARCHAR, BYTES);
        case DATE -> List.of(STAMP);
        case STAMP -> List.of(DATE);
        case FLAG -> List.of(INT);
        case BYTES -> List.of();
        case MOOD -> List.of(TEXT);
      };
    }
  }

  /** A column; the values of a computed one come from another one, named by its number. */
  record Column(
      int id,
      String name,
      Type type,
      boolean nullable,
      @Nullable String defaultSql,
      int computedFrom) {
    Column renamed(String to) {
      return new Column(id, to, type, nullable, defaultSql, computedFrom);
    }
  }

  /** A key, unique or not, or an index, over columns by their numbers. */
  record Key(@Nullable String name, List<Integer> columns) {}

  /** An index. */
  record Index(
      String name, boolean unique, List<Integer> columns, boolean descending, boolean partial) {}

  /** A foreign key to the primary key of a table, by its number. */
  record Reference(
      @Nullable String name, int column, int target, String action, boolean deferred) {}

  /** A check that all values pass. */
  record Check(@Nullable String name, int column) {}

  /** A table. The first column is its key, and counts. */
  record Table(
      int id,
      String name,
      @Nullable String keyName,
      boolean identity,
      List<Column> columns,
      List<Key> uniques,
      List<Index> indexes,
      List<Reference> references,
      List<Check> checks,
      boolean trigger) {

    Column column(int number) {
      return columns.stream().filter(each -> each.id() == number).findFirst().orElseThrow();
    }

    boolean has(int number) {
      return columns.stream().anyMatch(each -> each.id() == number);
    }

    boolean isUsed(int number) {
      return uniques.stream().anyMatch(key -> key.columns().contains(number))
          || indexes.stream().anyMatch(index -> index.columns().contains(number))
          || references.stream().anyMatch(key -> key.column() == number)
          || checks.stream().anyMatch(check -> check.column() == number)
          || columns.stream().anyMatch(column -> column.computedFrom() == number);
    }

    Column key() {
      return columns.get(0);
    }
  }

  final Map<Integer, Table> tables = new LinkedHashMap<>();
  final List<String> labels = new ArrayList<>(List.of("ok", "sad"));

  /** Views: name and number of table. */
  final Map<String, Integer> views = new LinkedHashMap<>();

  int numbers = 100;

  Model copy() {
    Model copy = new Model();
    copy.tables.putAll(tables);
    copy.labels.clear();
    copy.labels.addAll(labels);
    copy.views.putAll(views);
    copy.numbers = numbers;
    return copy;
  }

  static String quote(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** The statements that create everything; references last, where that can be. */
  List<String> statements(DatabaseKind kind) {
    List<String> all = new ArrayList<>(withoutReferences(kind));
    all.addAll(references(kind));
    return all;
  }

  List<String> withoutReferences(DatabaseKind kind) {
    List<String> statements = new ArrayList<>();
    if (kind == DatabaseKind.POSTGRES) {
      statements.add("CREATE TYPE mood AS ENUM "
          + labels.stream()
              .map(each -> "'" + each + "'")
              .collect(Collectors.joining(", ", "(", ")")));
      statements.add("CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS"
          + " 'BEGIN RETURN NEW; END'");
    }
    for (Table table : tables.values()) {
      statements.add(create(table, kind));
      for (Index index : table.indexes()) {
        statements.add("CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX "
            + quote(index.name())
            + " ON " + quote(table.name())
            + index.columns().stream()
                .map(column ->
                    quote(table.column(column).name()) + (index.descending() ? " DESC" : ""))
                .collect(Collectors.joining(", ", " (", ")"))
            + (index.partial()
                ? " WHERE " + quote(table.column(index.columns().get(0)).name()) + " IS NOT NULL"
                : ""));
      }
    }
    views.forEach((name, number) -> {
      Table table = tables.get(number);
      if (table != null) {
        statements.add("CREATE VIEW " + quote(name) + " AS SELECT "
            + table.columns().stream()
                .map(each -> quote(each.name()))
                .collect(Collectors.joining(", "))
            + " FROM " + quote(table.name()));
      }
    });
    for (Table table : tables.values()) {
      if (table.trigger()) {
        statements.add("CREATE TRIGGER " + quote("tr_" + table.id()) + " AFTER UPDATE OF "
            + quote(table.columns().get(table.columns().size() - 1).name())
            + " ON " + quote(table.name())
            + (kind == DatabaseKind.POSTGRES
                ? " FOR EACH ROW EXECUTE FUNCTION nothing()"
                : " BEGIN SELECT new." + quote(table.key().name()) + "; END"));
      }
    }
    return statements;
  }

  List<String> references(DatabaseKind kind) {
    List<String> statements = new ArrayList<>();
    if (kind == DatabaseKind.POSTGRES) {
      tables
          .values()
          .forEach(table -> table
              .references()
              .forEach(key -> statements.add(
                  "ALTER TABLE " + quote(table.name()) + " ADD " + reference(table, key))));
    }
    return statements;
  }

  private String create(Table table, DatabaseKind kind) {
    boolean postgres = kind == DatabaseKind.POSTGRES;
    List<String> parts = new ArrayList<>();
    for (Column column : table.columns()) {
      parts.add(column(table, column, kind));
    }
    String key =
        constraint(table.keyName()) + "PRIMARY KEY (" + quote(table.key().name()) + ")";
    if (postgres || !table.identity()) {
      parts.add(key);
    }
    table
        .uniques()
        .forEach(unique -> parts.add(constraint(unique.name()) + "UNIQUE "
            + unique.columns().stream()
                .map(each -> quote(table.column(each).name()))
                .collect(Collectors.joining(", ", "(", ")"))));
    table.checks().forEach(check -> {
      Column column = table.column(check.column());
      String name = quote(column.name());
      parts.add(constraint(check.name()) + "CHECK ("
          + (column.type().isNumber()
              ? name + " > 0"
              : name + " IS NOT NULL OR " + name + " IS NULL")
          + ")");
    });
    if (!postgres) {
      table.references().forEach(each -> parts.add(reference(table, each)));
    }
    return "CREATE TABLE " + quote(table.name()) + " (" + String.join(", ", parts) + ")"
        + (postgres ? "" : " STRICT");
  }

  private static String constraint(@Nullable String name) {
    return name == null ? "" : "CONSTRAINT " + quote(name) + " ";
  }

  private static String column(Table table, Column column, DatabaseKind kind) {
    boolean postgres = kind == DatabaseKind.POSTGRES;
    String text =
        quote(column.name()) + " " + (postgres ? column.type().postgres : column.type().sqlite);
    if (column.computedFrom() > 0) {
      return text + " GENERATED ALWAYS AS ("
          + quote(table.column(column.computedFrom()).name()) + " + " + column.id() + ") STORED";
    }
    if (column.equals(table.key()) && table.identity()) {
      return text
          + (postgres
              ? " GENERATED BY DEFAULT AS IDENTITY"
              : " " + constraint(table.keyName()) + "PRIMARY KEY AUTOINCREMENT");
    }
    return text
        + (column.nullable() ? "" : " NOT NULL")
        + (column.defaultSql() == null ? "" : " DEFAULT " + column.defaultSql());
  }

  private String reference(Table table, Reference key) {
    Table target = Objects.requireNonNull(tables.get(key.target()));
    return constraint(key.name()) + "FOREIGN KEY ("
        + quote(table.column(key.column()).name())
        + ") REFERENCES " + quote(target.name()) + " (" + quote(target.key().name()) + ")"
        + key.action() + (key.deferred() ? " DEFERRABLE INITIALLY DEFERRED" : "");
  }

  /** The statements that fill all tables with rows that fit this schema and another one. */
  List<String> rows(DatabaseKind kind, Model other) {
    List<String> statements = new ArrayList<>();
    for (Table table : tables.values()) {
      List<Column> given =
          table.columns().stream().filter(column -> column.computedFrom() == 0).toList();
      for (int row = 1; row <= ROWS; row++) {
        List<String> values = new ArrayList<>();
        for (Column column : given) {
          Table there = other.tables.get(table.id());
          boolean mayBeNull = column.nullable()
              && (there == null
                  || !there.has(column.id())
                  || there.column(column.id()).nullable());
          values.add(
              mayBeNull && (row + column.id()) % 3 == 0 ? "NULL" : column.type().value(kind, row));
        }
        statements.add("INSERT INTO " + quote(table.name())
            + given.stream()
                .map(each -> quote(each.name()))
                .collect(Collectors.joining(", ", " (", ")"))
            + " VALUES (" + String.join(", ", values) + ")");
      }
    }
    return statements;
  }

  /** What was renamed on the way to another model. */
  DiffOptions renamesTo(Model other) {
    DiffOptions options = DiffOptions.exact();
    for (Table table : tables.values()) {
      Table there = other.tables.get(table.id());
      if (there != null) {
        if (!there.name().equals(table.name())) {
          options = options.renamed(ObjectName.of(table.name()), ObjectName.of(there.name()));
        }
        for (Column column : table.columns()) {
          if (there.has(column.id()) && !there.column(column.id()).name().equals(column.name())) {
            options = options.renamed(
                ObjectName.of(there.name()),
                column.name(),
                there.column(column.id()).name());
          }
        }
      }
    }
    return options;
  }
}
