package orm.dialect.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import orm.api.catalog.CatalogOther;
import orm.api.catalog.CatalogTable;
import orm.api.catalog.CatalogTrigger;
import orm.api.catalog.CatalogView;
import orm.api.catalog.ObjectName;
import orm.api.error.InvalidQueryException;
import orm.spi.sql.SqlLexer;
import orm.spi.sql.SqlToken;
import orm.spi.sql.SqlToken.Kind;

/**
 * The objects of one schema while they are read: rows come in, table by table, values go out.
 *
 * <p>SQLite does not tell the cases of ASCII letters apart in names, and shows a name as it was
 * typed at each place; here it is as it was typed where the object was made.
 */
final class SchemaReading {
  private final SqlLexer lexer;
  private final @Nullable String schema;
  private final Map<String, TableReading> byName = new LinkedHashMap<>();
  private final Map<String, ViewReading> viewsByName = new TreeMap<>();
  private final Map<String, String> definitions = new LinkedHashMap<>();
  private final Map<String, List<CatalogTrigger>> triggers = new LinkedHashMap<>();
  private final List<String> virtual = new ArrayList<>();
  private final List<CatalogTable> tables = new ArrayList<>();
  private final List<CatalogView> views = new ArrayList<>();
  private final List<CatalogOther> others = new ArrayList<>();

  /** Begins with nothing; the schema is null where names shall have none. */
  SchemaReading(SqlLexer lexer, @Nullable String schema) {
    this.lexer = lexer;
    this.schema = schema;
  }

  List<CatalogTable> tables() {
    return tables;
  }

  List<CatalogView> views() {
    return views;
  }

  List<CatalogOther> others() {
    return others;
  }

  /** What SQLite makes for itself begins with its name. */
  static boolean isInternal(String name) {
    return fold(name).startsWith("sqlite_");
  }

  static String fold(String name) {
    StringBuilder folded = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      folded.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
    }
    return folded.toString();
  }

  ObjectName objectName(String name) {
    return new ObjectName(schema, name);
  }

  void addDefinition(String type, String name, String table, @Nullable String sql) {
    if (sql == null) {
      return; // the index of a key
    }
    if (type.equals("trigger")) {
      triggers
          .computeIfAbsent(fold(table), any -> new ArrayList<>())
          .add(new CatalogTrigger(name, sql));
    } else {
      definitions.put(type + " " + name, sql);
    }
  }

  private String definition(String type, String name) throws SQLException {
    String sql = definitions.get(type + " " + name);
    if (sql == null) {
      throw new SQLException(
          "the schema changed while it was read: " + type + " " + name + " has no definition");
    }
    return sql;
  }

  private <T> T parsed(String type, String name, Function<String, T> parser) throws SQLException {
    String sql = definition(type, name);
    try {
      return parser.apply(sql);
    } catch (InvalidQueryException unreadable) {
      throw new SQLException("cannot read the definition of " + type + " " + name, unreadable);
    }
  }

  void addTable(ResultSet row) throws SQLException {
    String name = row.getString(1);
    if (isInternal(name)) {
      return;
    }
    switch (row.getString(2)) {
      case "table" -> {
        TableText text = parsed("table", name, sql -> new TableText(sql, lexer));
        byName.put(
            fold(name), new TableReading(this, name, text, row.getInt(3) == 1, row.getInt(4) == 1));
      }
      case "view" ->
        viewsByName.put(name, parsed("view", name, sql -> new ViewReading(name, sql, lexer)));
      case "virtual" -> virtual.add(name);
      default -> {} // shadow tables are parts of a virtual one
    }
  }

  void addColumn(ResultSet row) throws SQLException {
    String owner = row.getString(1);
    TableReading table = byName.get(fold(owner));
    if (table != null) {
      table.addColumn(row);
      return;
    }
    ViewReading view = viewsByName.get(owner);
    if (view != null) {
      view.addColumn(row.getString(2), type(row.getString(3)));
    }
  }

  void addIndexPart(ResultSet row) throws SQLException {
    TableReading table = byName.get(fold(row.getString(1)));
    if (table != null) {
      table.addIndexPart(row);
    }
  }

  void addReferencePart(ResultSet row) throws SQLException {
    TableReading table = byName.get(fold(row.getString(1)));
    if (table != null) {
      table.addReferencePart(row);
    }
  }

  /** Makes the values of what was added. */
  void finish() throws SQLException {
    for (String name : virtual) {
      if (!isTextIndex(name)) {
        String sql = definition("table", name);
        others.add(new CatalogOther("virtual table", objectName(name), sql));
      }
    }
    for (TableReading table : byName.values()) {
      tables.add(table.table());
      table
          .details()
          .forEach(detail ->
              others.add(new CatalogOther("constraint detail", objectName(table.name()), detail)));
    }
    tables.sort(Comparator.comparing(table -> table.name().name()));
    for (ViewReading view : ViewReading.inOrder(viewsByName.values())) {
      views.add(view.view(objectName(view.name()), triggersOf(view.name())));
    }
    others.sort(Comparator.comparing(CatalogOther::kind)
        .thenComparing(other -> other.name().name())
        .thenComparing(other -> String.valueOf(other.sql())));
  }

  /** A virtual table that belongs to a table, and is told as an index of that. */
  private boolean isTextIndex(String name) throws SQLException {
    List<String> own = TextIndexText.triggers(name);
    for (TableReading table : byName.values()) {
      Map<String, String> there = new LinkedHashMap<>();
      triggersOf(table.name()).forEach(trigger -> there.put(trigger.name(), trigger.sql()));
      there.keySet().retainAll(own);
      TextIndexText.Found found = there.isEmpty()
          ? null
          : TextIndexText.read(definition("table", name), name, table.name(), there, lexer);
      if (found != null) {
        table.addTextIndex(found);
        triggers.computeIfPresent(fold(table.name()), (any, all) -> without(all, own));
        return true;
      }
    }
    return false;
  }

  private static List<CatalogTrigger> without(List<CatalogTrigger> all, List<String> names) {
    return all.stream().filter(trigger -> !names.contains(trigger.name())).toList();
  }

  /** A table by a name that a reference gives. */
  @Nullable
  TableReading table(String name) {
    return byName.get(fold(name));
  }

  /** The definition of an index that no key made. */
  IndexText index(String name) throws SQLException {
    return parsed("index", name, sql -> IndexText.of(sql, lexer));
  }

  List<CatalogTrigger> triggersOf(String name) {
    return triggers.getOrDefault(fold(name), List.of()).stream()
        .sorted(Comparator.comparing(CatalogTrigger::name))
        .toList();
  }

  /** A type as one writes it: without comments, and with single blanks between words. */
  String type(String declared) {
    StringBuilder type = new StringBuilder();
    boolean wordMayNotFollow = false;
    List<SqlToken> tokens;
    try {
      tokens = lexer.tokens(declared);
    } catch (InvalidQueryException notSql) {
      return declared; // it was quoted, and may be anything
    }
    for (SqlToken token : tokens) {
      Kind kind = token.kind();
      if (kind == Kind.COMMENT) {
        continue;
      }
      boolean word = kind == Kind.WORD || kind == Kind.NAME || kind == Kind.TEXT;
      type.append(word && wordMayNotFollow ? " " : "").append(token.in(declared));
      wordMayNotFollow = word || kind == Kind.CLOSE;
    }
    return type.toString();
  }

  SqlLexer lexer() {
    return lexer;
  }
}
