package orm.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import orm.api.catalog.CatalogCheck;
import orm.api.catalog.CheckTime;
import orm.spi.sql.SqlCursor;
import orm.spi.sql.SqlLexer;

/**
 * What a {@code CREATE TABLE} says and no pragma tells. The text is one that SQLite has accepted,
 * and in the form in which it keeps it: {@code CREATE TABLE name (}, then what was typed.
 *
 * <p>Commas between the constraints of a table may be missing; words that can begin no type, such
 * as {@code CHECK}, begin a constraint wherever they stand. See <a
 * href="https://sqlite.org/lang_createtable.html">CREATE TABLE</a>.
 */
final class TableText {
  static final String USUAL_COLLATION = "BINARY";

  /** What is said of a column. */
  record Column(
      @Nullable String collation,
      @Nullable String computed,
      @Nullable String comment) {}

  /** A unique constraint. */
  record Unique(@Nullable String name, List<String> columns) {}

  /** A foreign key. */
  record Reference(@Nullable String name, CheckTime checkTime) {}

  private final String sql;
  private final SqlLexer lexer;
  private final SqlCursor cursor;
  private final TableComments comments;
  private final List<Column> columns = new ArrayList<>();
  private final List<Unique> uniques = new ArrayList<>();
  private final List<Reference> references = new ArrayList<>();
  private final List<CatalogCheck> checks = new ArrayList<>();
  private final List<String> details = new ArrayList<>();
  private @Nullable String primaryKeyName;
  private boolean autoincrement;

  /** The name for the next constraint. */
  private @Nullable String pendingName;

  /**
   * Reads the text.
   *
   * @throws orm.api.error.InvalidQueryException if it is no {@code CREATE TABLE}
   */
  TableText(String sql, SqlLexer lexer) {
    this.sql = sql;
    this.lexer = lexer;
    this.cursor = new SqlCursor(sql, lexer);
    this.comments = new TableComments(sql, lexer);
    cursor.expect("CREATE", "TABLE");
    cursor.name();
    comments.tableHead(cursor.begin());
    cursor.expect("(");
    while (!cursor.atAny("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN")) {
      column();
      if (!cursor.accept(",")) {
        break;
      }
    }
    tableConstraints();
    cursor.expect(")");
  }

  /** In the order of the table, hidden ones too. */
  List<Column> columns() {
    return columns;
  }

  List<Unique> uniques() {
    return uniques;
  }

  /** In their order. */
  List<Reference> references() {
    return references;
  }

  /** In their order. */
  List<CatalogCheck> checks() {
    return checks;
  }

  /** Constraints, or parts of them, that a catalog does not describe. */
  List<String> details() {
    return details;
  }

  @Nullable
  String primaryKeyName() {
    return primaryKeyName;
  }

  boolean isAutoincrement() {
    return autoincrement;
  }

  @Nullable
  String comment() {
    return comments.ofTable();
  }

  private void column() {
    int begin = cursor.begin();
    String name = cursor.name();
    String collation = null;
    String computed = null;
    pendingName = null;
    while (!cursor.atAny(",", ")")) {
      int from = cursor.begin();
      if (cursor.accept("CONSTRAINT")) {
        pendingName = cursor.name();
      } else if (cursor.accept("DEFAULT")) {
        defaultValue();
      } else if (cursor.accept("COLLATE")) {
        collation = collation(cursor.name());
      } else if (cursor.accept("AS")) {
        computed = expression();
      } else if (cursor.accept("PRIMARY", "KEY")) {
        primaryKeyName = takeName();
        boolean descending = cursor.accept("DESC");
        cursor.accept("ASC");
        noteIf(conflict() || descending, name, from);
        autoincrement |= cursor.accept("AUTOINCREMENT");
      } else if (cursor.accept("UNIQUE")) {
        uniques.add(new Unique(takeName(), List.of(name)));
        noteIf(conflict(), name, from);
      } else if (cursor.accept("NOT", "NULL") || cursor.accept("NULL")) {
        pendingName = null;
        noteIf(conflict(), name, from);
      } else if (cursor.at("CHECK")) {
        check();
      } else if (cursor.at("REFERENCES")) {
        reference();
      } else if (!deferral()) {
        cursor.skip(); // a part of its type
      }
    }
    if (USUAL_COLLATION.equals(collation)) {
      collation = null;
    }
    columns.add(new Column(collation, computed, comments.between(begin, cursor)));
  }

  /** A number may have a sign; a word may be one that begins a constraint elsewhere. */
  private void defaultValue() {
    if (!cursor.accept("+")) {
      cursor.accept("-");
    }
    boolean blob = cursor.at("x");
    int end = cursor.end();
    cursor.skip();
    if (blob && end < cursor.end() && cursor.begin() == cursor.end()) {
      cursor.skip();
    }
    pendingName = null;
  }

  /** The names of SQLite's own collations are words in any case. */
  static String collation(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return switch (upper) {
      case USUAL_COLLATION, "NOCASE", "RTRIM" -> upper;
      default -> name;
    };
  }

  private void tableConstraints() {
    pendingName = null;
    while (!cursor.at(")")) {
      int from = cursor.begin();
      if (cursor.accept(",")) {
        pendingName = null;
      } else if (cursor.accept("CONSTRAINT")) {
        pendingName = cursor.name();
      } else if (cursor.accept("PRIMARY", "KEY")) {
        primaryKeyName = takeName();
        boolean detailed = keyColumns(new ArrayList<>());
        noteIf(conflict() || detailed, from);
      } else if (cursor.accept("UNIQUE")) {
        List<String> names = new ArrayList<>();
        String name = takeName();
        boolean detailed = keyColumns(names);
        uniques.add(new Unique(name, names));
        noteIf(conflict() || detailed, from);
      } else if (cursor.at("CHECK")) {
        check();
        noteIf(conflict(), from);
      } else {
        cursor.expect("FOREIGN", "KEY");
        cursor.parenthesized();
        reference();
        deferral();
      }
    }
  }

  /** Tells whether the order or collation of a column is not the usual one. */
  private boolean keyColumns(List<String> names) {
    boolean detailed = false;
    cursor.expect("(");
    while (!cursor.accept(")")) {
      names.add(cursor.name());
      while (!cursor.atAny(",", ")")) {
        if (cursor.accept("AUTOINCREMENT")) {
          autoincrement = true;
        } else {
          detailed |= !cursor.at("ASC");
          cursor.skip();
        }
      }
      cursor.accept(",");
    }
    return detailed;
  }

  private void check() {
    cursor.expect("CHECK");
    checks.add(new CatalogCheck(takeName(), expression()));
  }

  private String expression() {
    return SqlCursor.withoutParentheses(cursor.parenthesized(), lexer);
  }

  private void reference() {
    String name = takeName();
    cursor.expect("REFERENCES");
    cursor.name();
    if (cursor.at("(")) {
      cursor.skip();
    }
    while (cursor.atAny("ON", "MATCH")) {
      if (cursor.accept("MATCH")) {
        cursor.name();
      } else {
        cursor.expect("ON");
        cursor.skip(); // DELETE or UPDATE
        if (!cursor.accept("SET")) {
          cursor.accept("NO");
        }
        cursor.skip();
      }
    }
    references.add(new Reference(name, CheckTime.STATEMENT));
  }

  /** Concerns the reference before it, wherever that stands. */
  private boolean deferral() {
    boolean not = cursor.accept("NOT", "DEFERRABLE");
    if (!not && !cursor.accept("DEFERRABLE")) {
      return false;
    }
    boolean deferred = cursor.accept("INITIALLY", "DEFERRED");
    if (!deferred) {
      cursor.accept("INITIALLY", "IMMEDIATE");
    }
    int last = references.size() - 1;
    if (last >= 0) {
      CheckTime time =
          not ? CheckTime.STATEMENT : deferred ? CheckTime.DEFERRED : CheckTime.DEFERRABLE;
      references.set(last, new Reference(references.get(last).name(), time));
    }
    return true;
  }

  private boolean conflict() {
    if (!cursor.accept("ON", "CONFLICT")) {
      return false;
    }
    return !cursor.next().is(sql, "ABORT"); // that is what happens anyway
  }

  private void noteIf(boolean detailed, int from) {
    if (detailed) {
      details.add(sql.substring(from, cursor.end()));
    }
  }

  private void noteIf(boolean detailed, String column, int from) {
    if (detailed) {
      details.add(column + " " + sql.substring(from, cursor.end()));
    }
  }

  private @Nullable String takeName() {
    String name = pendingName;
    pendingName = null;
    return name;
  }
}
