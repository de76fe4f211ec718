package orm.engine.render;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orm.api.schema.ColumnSchema.Origin;
import orm.api.schema.ColumnSchema.Role;
import orm.engine.plan.ColumnModel;
import orm.engine.plan.RowShape;
import orm.engine.plan.TableGuard;
import orm.engine.plan.TableModel;
import orm.spi.dialect.SqlSyntax;

/**
 * The statements for single rows and batches of one table, each written once when it is first
 * needed. Safe for use by several threads.
 */
public final class TableStatements {
  private final TableModel table;
  private final SqlSyntax syntax;
  private final String quotedTable;
  private final List<ColumnModel> all;
  private final List<ColumnModel> key;
  private final List<ColumnModel> made;
  private final @Nullable ColumnModel version;

  /** What filters demand of rows, as a plan and as text; null for nothing. */
  private final @Nullable TableGuard guard;

  private final @Nullable RenderedSql guardSql;
  private final @Nullable ColumnModel deleted;

  /** The statements with the filters that were asked for last. */
  private volatile @Nullable Guarded guarded;

  private record Guarded(long filters, TableStatements statements) {}

  private final ConcurrentMap<String, TableSql> written = new ConcurrentHashMap<>();

  /**
   * One statement for rows of a table.
   *
   * @param text the text
   * @param positions for each column of the table the parameter that takes it, from 1; 0 for none
   * @param returning the columns that it gives back
   * @param guard what filters demand of the row, with the parameters that follow those of the
   *     columns; null for nothing
   * @param values the values of these parameters by slot
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody, read on the hot path
  public record TableSql(
      String text,
      int[] positions,
      RowShape returning,
      @Nullable RenderedSql guard,
      List<Object> values) {
    TableSql(String text, int[] positions, RowShape returning) {
      this(text, positions, returning, null, List.of());
    }

    private TableSql guardedBy(@Nullable RenderedSql condition) {
      return condition == null
          ? this
          : new TableSql(text, positions, returning, condition, List.of());
    }

    /**
     * Takes what a call needs.
     *
     * @param now what filters give to the call
     * @return the statement for one call
     */
    public TableSql with(List<Object> now) {
      return guard == null ? this : new TableSql(text, positions, returning, guard, now);
    }

    /** {@return the number of parameters of columns, where these have positions} */
    public int parameters() {
      int last = 0;
      for (int position : positions) {
        last = Math.max(last, position);
      }
      return last;
    }
  }

  /**
   * Prepares to write the statements of a table.
   *
   * @param table the table
   * @param syntax what the dialect says differently
   */
  public TableStatements(TableModel table, SqlSyntax syntax) {
    this(table, syntax, null, null);
  }

  private TableStatements(
      TableModel table,
      SqlSyntax syntax,
      @Nullable TableGuard guard,
      @Nullable RenderedSql guardSql) {
    this.guard = guard;
    this.guardSql = guardSql;
    this.table = table;
    this.syntax = syntax;
    this.quotedTable = syntax.quote(table.name());
    this.all = table.columns();
    this.key = table.key();
    List<ColumnModel> generated = new ArrayList<>();
    ColumnModel counter = null;
    ColumnModel mark = null;
    for (ColumnModel column : all) {
      if (column.schema().madeByDatabase()) {
        generated.add(column);
      }
      if (column.schema().role() == Role.VERSION) {
        counter = column;
      }
      if (column.schema().role() == Role.DELETED) {
        mark = column;
      }
    }
    this.made = List.copyOf(generated);
    this.version = counter;
    this.deleted = mark;
  }

  TableStatements with(TableGuard demanded, RenderedSql condition) {
    return new TableStatements(table, syntax, demanded, condition);
  }

  /**
   * Returns the statements with filters, if they were the last that were asked for.
   *
   * @param filters the number of the set of filters
   * @return the statements; null where they must be made
   */
  public @Nullable TableStatements guarded(long filters) {
    Guarded known = guarded;
    return known != null && known.filters() == filters ? known.statements() : null;
  }

  /**
   * Keeps the statements with filters.
   *
   * @param filters the number of the set of filters
   * @param statements the statements
   */
  public void keep(long filters, TableStatements statements) {
    guarded = new Guarded(filters, statements);
  }

  /** {@return what filters demand of rows; null for nothing} */
  public @Nullable TableGuard guard() {
    return guard;
  }

  /** {@return whether rows are marked as deleted instead of being taken away} */
  public boolean deletesSoftly() {
    return deleted != null;
  }

  /** {@return the table} */
  public TableModel table() {
    return table;
  }

  /** {@return whether an insert reads back values that the database made} */
  public boolean readsBack() {
    return !made.isEmpty();
  }

  /**
   * Tells whether many rows can be inserted by one statement and still be told apart when they come
   * back.
   *
   * @return whether the database makes nothing, or a key that counts up
   */
  public boolean insertsTogether() {
    return syntax.hasArrayParameters()
        && (made.isEmpty() || (made.size() == 1 && countsUp(made.get(0)) && key.equals(made)));
  }

  /**
   * Returns the columns that an insert sends.
   *
   * @param keyed whether the key is given even where the database could make it
   * @return the columns in schema order
   */
  List<ColumnModel> sent(boolean keyed) {
    return keyed ? givenWithKey() : without(made);
  }

  /**
   * Writes the rows of an insert.
   *
   * @param columns the columns that are sent
   * @param arrays whether they are sent as one array per column
   * @return the text from the names of the columns on, beginning with a blank
   */
  String rows(List<ColumnModel> columns, boolean arrays) {
    return arrays && !columns.isEmpty() ? selectFromArrays(columns) : values(columns);
  }

  private static boolean countsUp(ColumnModel column) {
    Origin origin = column.schema().origin();
    return origin == Origin.IDENTITY || origin == Origin.SEQUENCE;
  }

  /**
   * Returns the statement that reads the row with a key.
   *
   * @param keyColumns the logical names of the key's columns
   * @param subtype the discriminator value of the only subtype to read; null for all
   * @return the statement; its positions are those of the key's columns, in their own order
   */
  public TableSql find(List<String> keyColumns, @Nullable String subtype) {
    if (subtype == null && keyColumns.equals(table.schema().primaryKey())) {
      return write("find", name -> findBy(key, null)); // the hot path makes no string
    }
    List<ColumnModel> columns = table.columns(keyColumns);
    return write("find " + keyColumns + subtype, name -> findBy(columns, subtype));
  }

  private TableSql findBy(List<ColumnModel> columns, @Nullable String subtype) {
    int[] positions = new int[all.size()];
    String text = "SELECT " + qualified(all) + " FROM " + quotedTable + " WHERE "
        + equal(columns, 0, positions);
    if (subtype != null) {
      text += " AND " + isSubtype(subtype);
    }
    return new TableSql(text + andGuard(), positions, RowShape.ofColumns(all)).guardedBy(guardSql);
  }

  /**
   * Returns the columns of a key.
   *
   * @param keyColumns their logical names
   * @return the columns, in that order
   */
  public List<ColumnModel> key(List<String> keyColumns) {
    return keyColumns.equals(table.schema().primaryKey()) ? key : table.columns(keyColumns);
  }

  /** {@return whether many rows travel as one array per column} */
  public boolean sendsArrays() {
    return syntax.hasArrayParameters();
  }

  /** {@return the statement that inserts one row} */
  public TableSql insert() {
    return write("insert", name -> {
      List<ColumnModel> given = without(made);
      return new TableSql(
          "INSERT INTO " + quotedTable + values(given) + returning(made),
          positions(given),
          RowShape.ofColumns(made));
    });
  }

  /** {@return the statement that inserts many rows, one array per column} */
  public TableSql insertAll() {
    return write("insertAll", name -> {
      List<ColumnModel> given = without(made);
      String insert = "INSERT INTO " + quotedTable + selectFromArrays(given);
      // a key that counts up does so in the order of the rows, so sorting by it restores that order
      String text = made.isEmpty()
          ? insert
          : "WITH inserted AS ("
              + insert
              + returning(made)
              + ") SELECT "
              + names(made)
              + " FROM inserted ORDER BY "
              + names(made);
      return new TableSql(text, positions(given), RowShape.ofColumns(made));
    });
  }

  /** {@return the statement that inserts or overwrites one row, whose key is given} */
  public TableSql upsert() {
    return write("upsert", name -> {
      List<ColumnModel> given = givenWithKey();
      return new TableSql(
              "INSERT INTO " + quotedTable + values(given) + overwrite(given) + returning(all),
              positions(given),
              RowShape.ofColumns(all))
          .guardedBy(guardSql);
    });
  }

  /** {@return the statement that inserts or overwrites many rows, one array per column} */
  public TableSql upsertAll() {
    return write("upsertAll", name -> {
      List<ColumnModel> given = givenWithKey();
      return new TableSql(
              "INSERT INTO "
                  + quotedTable
                  + selectFromArrays(given)
                  + overwrite(given)
                  + returning(all),
              positions(given),
              RowShape.ofColumns(all))
          .guardedBy(guardSql);
    });
  }

  private List<ColumnModel> givenWithKey() {
    return all.stream()
        .filter(column -> key.contains(column) || !made.contains(column))
        .toList();
  }

  private String overwrite(List<ColumnModel> given) {
    String assignments = given.stream()
        .filter(column -> !key.contains(column))
        .filter(column -> !isOfInsert(column))
        .map(column -> quote(column)
            + " = "
            + (column.equals(version) ? nextVersion(column) : "excluded." + quote(column)))
        .collect(Collectors.joining(", "));
    if (assignments.isEmpty()) { // an empty action would return no row
      assignments = quote(key.get(0)) + " = excluded." + quote(key.get(0));
    }
    String set = " ON CONFLICT (" + names(key) + ") DO UPDATE SET " + assignments;
    return guardSql == null ? set : set + " WHERE " + guardSql.text();
  }

  /** {@return the statement that updates one row by key and version} */
  public TableSql update() {
    return write("update", name -> {
      int[] positions = new int[all.size()];
      List<String> assignments = new ArrayList<>();
      int parameter = 0;
      for (ColumnModel column : updatable()) {
        if (column.equals(version)) {
          assignments.add(quote(column) + " = " + nextVersion(column));
        } else {
          assignments.add(quote(column) + " = " + syntax.parameter(column.type()));
          positions[index(column)] = ++parameter;
        }
      }
      if (assignments.isEmpty()) { // a table of nothing but its key
        assignments.add(quote(key.get(0)) + " = " + qualified(List.of(key.get(0))));
      }
      return new TableSql(
              "UPDATE "
                  + quotedTable
                  + " SET "
                  + String.join(", ", assignments)
                  + " WHERE "
                  + equal(keyAndVersion(), parameter, positions)
                  + andGuard(),
              positions,
              RowShape.ofColumns(List.of()))
          .guardedBy(guardSql);
    });
  }

  /** {@return the statement that updates many rows by key and version, one array per column} */
  public TableSql updateAll() {
    return write("updateAll", name -> {
      List<ColumnModel> sent = all.stream()
          .filter(column -> updatable().contains(column) || key.contains(column))
          .toList();
      String assignments = updatable().stream()
          .map(column -> quote(column)
              + " = "
              + (column.equals(version) ? nextVersion(column) : element(column)))
          .collect(Collectors.joining(", "));
      if (assignments.isEmpty()) {
        assignments = quote(key.get(0)) + " = " + element(key.get(0));
      }
      String where = keyAndVersion().stream()
          .map(column -> qualified(List.of(column)) + " = " + element(column))
          .collect(Collectors.joining(" AND "));
      return new TableSql(
              "UPDATE "
                  + quotedTable
                  + " SET "
                  + assignments
                  + " FROM "
                  + arrays(sent, false)
                  + " WHERE "
                  + where
                  + andGuard(),
              positions(sent),
              RowShape.ofColumns(List.of()))
          .guardedBy(guardSql);
    });
  }

  /** {@return the statement that deletes one row by key and version} */
  public TableSql delete() {
    return write("delete", name -> {
      int[] positions = new int[all.size()];
      return new TableSql(
              "DELETE FROM "
                  + quotedTable
                  + " WHERE "
                  + equal(keyAndVersion(), 0, positions)
                  + andGuard(),
              positions,
              RowShape.ofColumns(List.of()))
          .guardedBy(guardSql);
    });
  }

  /**
   * Returns the statement that reads the rows with any of several keys of more than one column.
   *
   * @param keyColumns the logical names of the key's columns
   * @param keys how many keys; ignored where arrays are sent
   * @return the statement; where arrays are sent its positions are those of the arrays
   */
  public TableSql findAll(List<String> keyColumns, int keys) {
    List<ColumnModel> columns = table.columns(keyColumns);
    boolean arrays = syntax.hasArrayParameters();
    return write("findAll " + keyColumns + (arrays ? "" : keys), name -> {
      String row = columns.stream()
          .map(column -> syntax.parameter(column.type()))
          .collect(Collectors.joining(", ", "(", ")"));
      String wanted = arrays
          ? "SELECT "
              + columns.stream().map(this::element).collect(Collectors.joining(", "))
              + " FROM "
              + arrays(columns, false)
          : "VALUES " + String.join(", ", Collections.nCopies(keys, row));
      return new TableSql(
              "SELECT "
                  + qualified(all)
                  + " FROM "
                  + quotedTable
                  + " WHERE ("
                  + qualified(columns)
                  + ") IN ("
                  + wanted
                  + ")"
                  + andGuard(),
              positions(columns),
              RowShape.ofColumns(all))
          .guardedBy(guardSql);
    });
  }

  private String andGuard() {
    return guardSql == null ? "" : " AND " + guardSql.text();
  }

  private TableSql write(String name, Function<String, TableSql> writer) {
    TableSql known = written.get(name);
    return known != null ? known : written.computeIfAbsent(name, writer);
  }

  private List<ColumnModel> updatable() {
    return all.stream()
        .filter(column -> !key.contains(column))
        .filter(column -> !isOfInsert(column))
        .toList();
  }

  /** Whether a column keeps what the insert has put there. */
  private static boolean isOfInsert(ColumnModel column) {
    Role role = column.schema().role();
    return role == Role.CREATED_AT || role == Role.CREATED_BY;
  }

  private List<ColumnModel> keyAndVersion() {
    List<ColumnModel> columns = new ArrayList<>(key);
    if (version != null) {
      columns.add(version);
    }
    return columns;
  }

  private List<ColumnModel> without(List<ColumnModel> left) {
    return all.stream().filter(column -> !left.contains(column)).toList();
  }

  private String values(List<ColumnModel> columns) {
    if (columns.isEmpty()) {
      return " DEFAULT VALUES";
    }
    return " ("
        + names(columns)
        + ") VALUES ("
        + columns.stream()
            .map(column -> syntax.parameter(column.type()))
            .collect(Collectors.joining(", "))
        + ")";
  }

  private String selectFromArrays(List<ColumnModel> columns) {
    return " ("
        + names(columns)
        + ") SELECT "
        + columns.stream().map(this::element).collect(Collectors.joining(", "))
        + " FROM "
        + arrays(columns, true)
        + " ORDER BY sent.row_number";
  }

  /** The rows that were sent, as a table named {@code sent} with columns {@code c0, c1, …}. */
  private String arrays(List<ColumnModel> columns, boolean numbered) {
    return "unnest("
        + columns.stream()
            .map(column -> syntax.arrayParameter(column.type()))
            .collect(Collectors.joining(", "))
        + (numbered ? ") WITH ORDINALITY AS sent(" : ") AS sent(")
        + columns.stream().map(column -> "c" + index(column)).collect(Collectors.joining(", "))
        + (numbered ? ", row_number)" : ")");
  }

  private String element(ColumnModel column) {
    return syntax.arrayElement("sent.c" + index(column), column.type());
  }

  private String returning(List<ColumnModel> columns) {
    return columns.isEmpty() ? "" : " RETURNING " + qualified(columns);
  }

  private String nextVersion(ColumnModel column) {
    return quotedTable + "." + quote(column) + " + 1";
  }

  private String isSubtype(String subtype) {
    ColumnModel discriminator = table.column(String.valueOf(table.schema().discriminator()));
    return qualified(List.of(discriminator)) + " = '" + subtype.replace("'", "''") + "'";
  }

  private String equal(List<ColumnModel> columns, int parametersBefore, int[] positions) {
    int parameter = parametersBefore;
    List<String> conditions = new ArrayList<>();
    for (ColumnModel column : columns) {
      conditions.add(qualified(List.of(column)) + " = " + syntax.parameter(column.type()));
      positions[index(column)] = ++parameter;
    }
    return String.join(" AND ", conditions);
  }

  int[] positions(List<ColumnModel> columns) {
    int[] positions = new int[all.size()];
    for (int i = 0; i < columns.size(); i++) {
      positions[index(columns.get(i))] = i + 1;
    }
    return positions;
  }

  private int index(ColumnModel column) {
    return all.indexOf(column);
  }

  /** Always with the table: some databases take an unknown bare name for a text. */
  private String qualified(List<ColumnModel> columns) {
    StringJoiner names = new StringJoiner(", ");
    for (ColumnModel column : columns) {
      names.add(quotedTable + "." + quote(column));
    }
    return names.toString();
  }

  private String names(List<ColumnModel> columns) {
    return columns.stream().map(this::quote).collect(Collectors.joining(", "));
  }

  private String quote(ColumnModel column) {
    return syntax.quote(column.name());
  }
}
