package orm.dialect.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import orm.api.catalog.CatalogColumn;
import orm.api.catalog.CatalogColumn.Generation;
import orm.api.catalog.CatalogForeignKey;
import orm.api.catalog.CatalogForeignKey.Action;
import orm.api.catalog.CatalogIndex;
import orm.api.catalog.CatalogKey;
import orm.api.catalog.CatalogTable;
import orm.api.catalog.CheckTime;
import orm.spi.sql.SqlCursor;
import orm.spi.sql.SqlToken.Kind;

/** One table while it is read. */
final class TableReading {
  private final SchemaReading schema;
  private final String name;
  private final TableText text;
  private final boolean withoutRowid;
  private final boolean strict;
  private final List<RawColumn> columns = new ArrayList<>();
  private final Map<Integer, String> keyColumns = new TreeMap<>();
  private final Map<String, RawIndex> indexes = new LinkedHashMap<>();
  private final List<CatalogIndex> textIndexes = new ArrayList<>();
  private final Map<Integer, RawReference> references = new LinkedHashMap<>();

  private record RawColumn(
      String name, String type, boolean nullable, @Nullable String defaultSql, int hidden) {}

  private record RawIndex(boolean unique, String origin, List<RawPart> parts) {}

  /** The column is null for an expression. */
  private record RawPart(@Nullable String column, boolean descending, String collation) {}

  private record RawReference(
      String target,
      List<String> columns,
      List<String> targetColumns,
      Action onUpdate,
      Action onDelete) {}

  TableReading(
      SchemaReading schema, String name, TableText text, boolean withoutRowid, boolean strict) {
    this.schema = schema;
    this.name = name;
    this.text = text;
    this.withoutRowid = withoutRowid;
    this.strict = strict;
  }

  String name() {
    return name;
  }

  void addTextIndex(TextIndexText.Found found) {
    textIndexes.add(found.index());
  }

  List<String> details() {
    return text.details();
  }

  void addColumn(ResultSet row) throws SQLException {
    String column = row.getString(2);
    String type = schema.type(row.getString(3));
    columns.add(new RawColumn(column, type, row.getInt(4) == 0, row.getString(5), row.getInt(7)));
    if (row.getInt(6) > 0) {
      keyColumns.put(row.getInt(6), column);
    }
  }

  void addIndexPart(ResultSet row) throws SQLException {
    RawIndex index = indexes.get(row.getString(2));
    if (index == null) {
      index = new RawIndex(row.getInt(3) == 1, row.getString(4), new ArrayList<>());
      indexes.put(row.getString(2), index);
    }
    // The row id has no name here, and can stand in an index only as the column that it is.
    String column = row.getInt(8) == -1 ? rowId() : row.getString(5);
    index.parts().add(new RawPart(column, row.getInt(6) == 1, row.getString(7)));
  }

  void addReferencePart(ResultSet row) throws SQLException {
    RawReference reference = references.get(row.getInt(2));
    if (reference == null) {
      reference = new RawReference(
          row.getString(3),
          new ArrayList<>(),
          new ArrayList<>(),
          action(row.getString(6)),
          action(row.getString(7)));
      references.put(row.getInt(2), reference);
    }
    reference.columns().add(row.getString(4));
    String target = row.getString(5);
    if (target != null) { // else it is the primary key
      reference.targetColumns().add(target);
    }
  }

  private static Action action(String text) {
    return Action.valueOf(text.replace(' ', '_'));
  }

  CatalogTable table() throws SQLException {
    if (text.columns().size() != columns.size() || text.references().size() != references.size()) {
      throw new SQLException("cannot read the definition of table " + name + ": it has "
          + columns.size() + " columns and " + references.size() + " references, and "
          + text.columns().size() + " and " + text.references().size() + " were found");
    }
    List<CatalogColumn> described = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      described.add(column(columns.get(i), text.columns().get(i)));
    }
    List<String> options = new ArrayList<>();
    if (strict) {
      options.add("STRICT");
    }
    if (withoutRowid) {
      options.add("WITHOUT ROWID");
    }
    return new CatalogTable(
        schema.objectName(name),
        described,
        primaryKey(),
        uniques(),
        foreignKeys(),
        text.checks(),
        ownIndexes(),
        schema.triggersOf(name),
        options,
        text.comment());
  }

  private CatalogColumn column(RawColumn raw, TableText.Column said) {
    boolean isRowId = raw.name().equals(rowId());
    Generation generation = switch (raw.hidden()) {
      case 2 -> Generation.VIRTUAL;
      case 3 -> Generation.STORED;
      default ->
        !isRowId
            ? Generation.NONE
            : text.isAutoincrement() ? Generation.AUTOINCREMENT : Generation.IDENTITY_BY_DEFAULT;
    };
    String sql = raw.defaultSql() == null ? said.computed() : defaultSql(raw.defaultSql());
    return new CatalogColumn(
        raw.name(),
        raw.type(),
        raw.nullable() && !isRowId,
        generation,
        sql,
        said.collation(),
        said.comment());
  }

  /** A name alone is a text to SQLite, but only where it stands as it was typed. */
  private String defaultSql(String typed) {
    SqlCursor cursor = new SqlCursor(typed, schema.lexer());
    boolean isName = cursor.at(Kind.NAME)
        || (cursor.at(Kind.WORD)
            && !cursor.atAny(
                "NULL", "TRUE", "FALSE", "CURRENT_DATE", "CURRENT_TIME", "CURRENT_TIMESTAMP"));
    if (isName) {
      String text = cursor.name();
      if (cursor.atEnd()) {
        return "'" + text.replace("'", "''") + "'";
      }
    }
    return SqlCursor.withoutParentheses(typed, schema.lexer());
  }

  /** The column that is another name of the row id, which SQLite counts up; null for none. */
  private @Nullable String rowId() {
    if (withoutRowid || keyColumns.size() != 1) {
      return null;
    }
    String column = keyColumns.values().iterator().next();
    boolean hasIndex =
        indexes.values().stream().anyMatch(index -> index.origin().equals("pk"));
    return hasIndex ? null : column;
  }

  private @Nullable CatalogKey primaryKey() {
    return keyColumns.isEmpty()
        ? null
        : new CatalogKey(
            text.primaryKeyName(), List.copyOf(keyColumns.values()), true, CheckTime.STATEMENT);
  }

  private List<CatalogKey> uniques() {
    List<CatalogKey> uniques = new ArrayList<>();
    for (RawIndex index : indexes.values()) {
      if (index.origin().equals("u")) {
        List<String> names =
            index.parts().stream().map(part -> String.valueOf(part.column())).toList();
        uniques.add(new CatalogKey(uniqueName(names), names, true, CheckTime.STATEMENT));
      }
    }
    uniques.sort(Comparator.comparing(unique -> String.join("\0", unique.columns())));
    return uniques;
  }

  private @Nullable String uniqueName(List<String> names) {
    List<String> folded = names.stream().map(SchemaReading::fold).toList();
    for (TableText.Unique unique : text.uniques()) {
      if (unique.columns().stream().map(SchemaReading::fold).toList().equals(folded)
          && unique.name() != null) {
        return unique.name();
      }
    }
    return null;
  }

  private List<CatalogForeignKey> foreignKeys() {
    List<CatalogForeignKey> keys = new ArrayList<>();
    int number = 0;
    for (RawReference raw : references.values()) {
      TableText.Reference said = text.references().get(number++);
      TableReading target = schema.table(raw.target());
      keys.add(new CatalogForeignKey(
          said.name(),
          raw.columns(),
          target == null ? schema.objectName(raw.target()) : schema.objectName(target.name),
          target == null ? raw.targetColumns() : target.namesOf(raw.targetColumns()),
          raw.onDelete(),
          raw.onUpdate(),
          false,
          said.checkTime()));
    }
    keys.sort(Comparator.comparing((CatalogForeignKey key) -> String.join("\0", key.columns()))
        .thenComparing(key -> key.target().name()));
    return keys;
  }

  /** The columns as this table names them; without names those of the primary key. */
  private List<String> namesOf(List<String> named) {
    if (named.isEmpty()) {
      return List.copyOf(keyColumns.values());
    }
    return named.stream()
        .map(each -> columns.stream()
            .map(RawColumn::name)
            .filter(column -> SchemaReading.fold(column).equals(SchemaReading.fold(each)))
            .findFirst()
            .orElse(each))
        .toList();
  }

  private List<CatalogIndex> ownIndexes() throws SQLException {
    List<CatalogIndex> own = new ArrayList<>(textIndexes);
    for (Map.Entry<String, RawIndex> entry : indexes.entrySet()) {
      RawIndex index = entry.getValue();
      if (index.origin().equals("c")) {
        IndexText said = schema.index(entry.getKey());
        List<CatalogIndex.Part> parts = new ArrayList<>();
        for (int i = 0; i < index.parts().size(); i++) {
          parts.add(part(index.parts().get(i), said.parts().get(i)));
        }
        own.add(new CatalogIndex(
            entry.getKey(), index.unique(), "btree", parts, List.of(), said.where(), true, null));
      }
    }
    own.sort(Comparator.comparing(CatalogIndex::name));
    return own;
  }

  /** Null comes before all values, and so behind them where the order is turned round. */
  private CatalogIndex.Part part(RawPart raw, IndexText.Part said) {
    String column = raw.column();
    String collation;
    if (column == null) {
      collation = said.collation() == null ? null : TableText.collation(said.collation());
    } else {
      String own = collationOf(column);
      collation =
          raw.collation().equalsIgnoreCase(own) ? null : TableText.collation(raw.collation());
    }
    return new CatalogIndex.Part(
        column,
        column == null ? SqlCursor.withoutParentheses(said.sql(), schema.lexer()) : null,
        collation,
        null,
        raw.descending(),
        !raw.descending());
  }

  private String collationOf(String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column)) {
        String collation = text.columns().get(i).collation();
        return collation == null ? TableText.USUAL_COLLATION : collation;
      }
    }
    return TableText.USUAL_COLLATION;
  }
}
