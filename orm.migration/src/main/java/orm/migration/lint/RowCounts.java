package orm.migration.lint;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import orm.api.catalog.CatalogKey;
import orm.api.catalog.ObjectName;
import orm.api.catalog.SchemaChange;
import orm.api.catalog.TableChange;
import orm.spi.dialect.SqlSyntax;

/**
 * Counts the rows that changes would lose, and those that stand in their way, before anything runs.
 * Immutable and safe for use by several threads.
 */
public final class RowCounts {
  private final SqlSyntax syntax;

  /**
   * Makes a counter.
   *
   * @param syntax quotes names
   */
  public RowCounts(SqlSyntax syntax) {
    this.syntax = syntax;
  }

  /**
   * How to count the rows that one change concerns.
   *
   * @param change the change
   * @param sql the query, with one number as its result, for the database before all changes
   */
  public record RowCount(SchemaChange change, String sql) {}

  /**
   * Writes a query for each change that loses rows or values, or fails for some.
   *
   * @param changes the changes, in the order in which they run
   * @return the queries, in that order
   */
  public List<RowCount> queries(List<SchemaChange> changes) {
    OldNames names = new OldNames();
    List<RowCount> queries = new ArrayList<>();
    for (SchemaChange change : changes) {
      names.follow(change);
      query(change, names).ifPresent(sql -> queries.add(new RowCount(change, sql)));
    }
    return List.copyOf(queries);
  }

  /**
   * Counts.
   *
   * @param connection a connection to the database before the changes
   * @param count what to count
   * @return the number of rows
   * @throws SQLException if the database refuses
   */
  public long count(Connection connection, RowCount count) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(count.sql())) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  private Optional<String> query(SchemaChange change, OldNames names) {
    if (change instanceof SchemaChange.DropTable drop) {
      return Optional.of(all(names.table(drop.object())));
    }
    if (!(change instanceof TableChange part) || names.isNew(part.object())) {
      return Optional.empty();
    }
    String all = all(names.table(part.object()));
    if (change instanceof TableChange.DropColumn drop && !drop.column().computed()) {
      return Optional.of(
          all + " WHERE " + column(names, drop.object(), drop.column().name()) + " IS NOT NULL");
    }
    if (change instanceof TableChange.AlterColumn alter) {
      String column = column(names, alter.object(), alter.before().name());
      if (alter.loss().isPresent()) {
        return Optional.of(all + " WHERE " + column + " IS NOT NULL");
      }
      return alter.becomesRequired()
          ? Optional.of(all + " WHERE " + column + " IS NULL")
          : Optional.empty();
    }
    if (change instanceof TableChange.AddUnique add) {
      return duplicates(names, add.object(), add.key());
    }
    if (change instanceof TableChange.AddPrimaryKey add) {
      return duplicates(names, add.object(), add.key());
    }
    return Optional.empty();
  }

  private String all(ObjectName table) {
    return "SELECT count(*) FROM " + quote(table);
  }

  /** Rows beyond the first one of their kind; nulls are different from each other. */
  private Optional<String> duplicates(OldNames names, ObjectName table, CatalogKey key) {
    if (key.columns().stream().anyMatch(column -> names.isNew(table, column))) {
      return Optional.empty();
    }
    List<String> columns =
        key.columns().stream().map(column -> column(names, table, column)).toList();
    String there = columns.stream()
        .map(column -> column + " IS NOT NULL")
        .collect(Collectors.joining(" AND "));
    return Optional.of("SELECT coalesce(sum(n - 1), 0) FROM (SELECT count(*) AS n FROM "
        + quote(names.table(table)) + " WHERE " + there + " GROUP BY "
        + String.join(", ", columns) + " HAVING count(*) > 1) AS duplicates");
  }

  private String column(OldNames names, ObjectName table, String column) {
    return syntax.quote(names.column(table, column));
  }

  private String quote(ObjectName name) {
    String schema = name.schema();
    return schema == null
        ? syntax.quote(name.name())
        : syntax.quote(schema) + "." + syntax.quote(name.name());
  }

  /** What tables and columns were called before the first change. */
  private static final class OldNames {
    private final Map<ObjectName, ObjectName> tables = new HashMap<>();
    private final Map<ObjectName, Map<String, String>> columns = new HashMap<>();
    private final List<ObjectName> created = new ArrayList<>();
    private final Map<ObjectName, List<String>> added = new HashMap<>();

    void follow(SchemaChange change) {
      if (change instanceof SchemaChange.RenameTable rename) {
        ObjectName old = table(rename.object());
        tables.remove(rename.object());
        tables.put(rename.to(), old);
      } else if (change instanceof TableChange.RenameColumn rename) {
        Map<String, String> names =
            columns.computeIfAbsent(table(rename.object()), none -> new HashMap<>());
        String old = names.getOrDefault(rename.from(), rename.from());
        names.remove(rename.from());
        names.put(rename.to(), old);
      } else if (change instanceof SchemaChange.CreateTable create) {
        created.add(create.object());
      } else if (change instanceof TableChange.AddColumn add) {
        added
            .computeIfAbsent(add.object(), none -> new ArrayList<>())
            .add(add.column().name());
      }
    }

    ObjectName table(ObjectName now) {
      return tables.getOrDefault(now, now);
    }

    String column(ObjectName table, String now) {
      return columns.getOrDefault(table(table), Map.of()).getOrDefault(now, now);
    }

    boolean isNew(ObjectName table) {
      return created.contains(table);
    }

    boolean isNew(ObjectName table, String column) {
      return added.getOrDefault(table, List.of()).contains(column);
    }
  }
}
