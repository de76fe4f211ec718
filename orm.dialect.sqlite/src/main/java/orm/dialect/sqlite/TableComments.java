package orm.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orm.spi.sql.SqlCursor;
import orm.spi.sql.SqlLexer;
import orm.spi.sql.SqlToken;
import orm.spi.sql.SqlToken.Kind;

/**
 * The comments in a {@code CREATE TABLE}, which SQLite keeps with the text, as people mean them:
 * one behind a column, on its line, and those before it, on lines of their own, are about the
 * column; what stands before the columns is about the table.
 */
final class TableComments {
  private final String sql;
  private final List<SqlToken> comments;
  private @Nullable String ofTable;

  /** The next comment that belongs to nothing yet. */
  private int next;

  TableComments(String sql, SqlLexer lexer) {
    this.sql = sql;
    this.comments =
        lexer.tokens(sql).stream().filter(token -> token.kind() == Kind.COMMENT).toList();
  }

  @Nullable
  String ofTable() {
    return ofTable;
  }

  /** Takes what stands before the columns. */
  void tableHead(int parenthesis) {
    List<SqlToken> taken = until(parenthesis);
    taken.addAll(onLineOf(parenthesis + 1));
    ofTable = text(taken);
  }

  /**
   * Takes what stands before and inside a column, and behind it on its line.
   *
   * @param cursor at the comma or parenthesis that ends the column
   */
  @Nullable
  String between(int begin, SqlCursor cursor) {
    List<SqlToken> taken = until(Math.max(begin, cursor.end()));
    taken.addAll(onLineOf(cursor.end()));
    if (cursor.at(",") && sql.substring(cursor.end(), cursor.begin()).indexOf('\n') < 0) {
      taken.addAll(onLineOf(cursor.begin() + 1));
    }
    return text(taken);
  }

  private List<SqlToken> until(int end) {
    List<SqlToken> taken = new ArrayList<>();
    while (next < comments.size() && comments.get(next).begin() < end) {
      taken.add(comments.get(next++));
    }
    return taken;
  }

  private List<SqlToken> onLineOf(int from) {
    List<SqlToken> taken = new ArrayList<>();
    int at = from;
    while (next < comments.size()
        && sql.substring(at, comments.get(next).begin()).isBlank()
        && sql.substring(at, comments.get(next).begin()).indexOf('\n') < 0) {
      at = comments.get(next).end();
      taken.add(comments.get(next++));
    }
    return taken;
  }

  private @Nullable String text(List<SqlToken> taken) {
    String text = taken.stream()
        .map(comment -> text(comment.in(sql)))
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
    return text.isEmpty() ? null : text;
  }

  private static String text(String comment) {
    if (comment.startsWith("--")) {
      return comment.substring(2).strip();
    }
    return comment
        .substring(2, comment.length() - 2)
        .lines()
        .map(line -> line.strip().replaceFirst("^\\*+ ?", ""))
        .collect(Collectors.joining("\n"))
        .strip();
  }
}
