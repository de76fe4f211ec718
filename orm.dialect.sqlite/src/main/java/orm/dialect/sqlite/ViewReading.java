package orm.dialect.sqlite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import orm.api.catalog.CatalogColumn;
import orm.api.catalog.CatalogColumn.Generation;
import orm.api.catalog.CatalogTrigger;
import orm.api.catalog.CatalogView;
import orm.api.catalog.ObjectName;
import orm.spi.sql.SqlCursor;
import orm.spi.sql.SqlLexer;
import orm.spi.sql.SqlToken;

/** One view while it is read. */
final class ViewReading {
  private final String name;
  private final String query;
  private final Set<String> words = new LinkedHashSet<>();
  private final List<CatalogColumn> columns = new ArrayList<>();

  ViewReading(String name, String sql, SqlLexer lexer) {
    this.name = name;
    SqlCursor cursor = new SqlCursor(sql, lexer);
    cursor.expect("CREATE", "VIEW");
    cursor.name();
    if (cursor.at("(")) {
      cursor.skip();
    }
    cursor.expect("AS");
    this.query = sql.substring(cursor.begin()).strip();
    for (SqlToken token : lexer.tokens(query)) {
      switch (token.kind()) {
        case WORD, NAME, TEXT -> words.add(SchemaReading.fold(token.name(query)));
        default -> {}
      }
    }
  }

  String name() {
    return name;
  }

  void addColumn(String column, String type) {
    columns.add(new CatalogColumn(column, type, true, Generation.NONE, null, null, null));
  }

  CatalogView view(ObjectName objectName, List<CatalogTrigger> triggers) {
    return new CatalogView(objectName, columns, query, false, triggers, null);
  }

  /** Those first that others name. SQLite takes them in any order; a reader does not. */
  static List<ViewReading> inOrder(Collection<ViewReading> views) {
    Map<String, ViewReading> byName = new LinkedHashMap<>();
    views.forEach(view -> byName.put(SchemaReading.fold(view.name), view));
    Set<ViewReading> ordered = new LinkedHashSet<>();
    Set<ViewReading> visiting = new LinkedHashSet<>();
    views.forEach(view -> visit(view, byName, visiting, ordered));
    return List.copyOf(ordered);
  }

  private static void visit(
      ViewReading view,
      Map<String, ViewReading> byName,
      Set<ViewReading> visiting,
      Set<ViewReading> ordered) {
    if (visiting.add(view)) {
      for (String word : view.words.stream().sorted().toList()) {
        ViewReading other = byName.get(word);
        if (other != null) {
          visit(other, byName, visiting, ordered);
        }
      }
      ordered.add(view);
    }
  }
}
