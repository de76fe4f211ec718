package orm.migration.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orm.api.error.InvalidQueryException;
import orm.spi.sql.SqlLexer;
import orm.spi.sql.SqlToken;
import orm.spi.sql.SqlToken.Kind;

/**
 * Compares and changes expressions by their tokens, since a person's white space, quotes and case
 * of keywords mean nothing. Text that is not well-formed stands for itself.
 */
final class SqlText {
  private final SqlLexer lexer;
  private final boolean ignoreCase;

  SqlText(SqlLexer lexer, boolean ignoreCase) {
    this.lexer = lexer;
    this.ignoreCase = ignoreCase;
  }

  /** The form by which texts are compared: equal for texts that say the same. */
  @Nullable
  String normal(@Nullable String sql) {
    if (sql == null) {
      return null;
    }
    List<SqlToken> tokens = tokens(sql);
    if (tokens.isEmpty()) {
      return sql.strip();
    }
    return inner(tokens).stream().map(token -> normal(sql, token)).collect(Collectors.joining(" "));
  }

  private String normal(String sql, SqlToken token) {
    return switch (token.kind()) {
      case WORD, NAME -> name(sql, token);
      case NUMBER -> token.in(sql).toLowerCase(Locale.ROOT);
      default -> token.in(sql);
    };
  }

  /** Without parentheses around the whole. */
  private static List<SqlToken> inner(List<SqlToken> tokens) {
    List<SqlToken> inner = tokens;
    while (isWrapped(inner)) {
      inner = inner.subList(1, inner.size() - 1);
    }
    return inner;
  }

  private static boolean isWrapped(List<SqlToken> tokens) {
    if (tokens.size() < 3 || tokens.get(0).kind() != Kind.OPEN) {
      return false;
    }
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      depth += switch (tokens.get(i).kind()) {
        case OPEN -> 1;
        case CLOSE -> -1;
        default -> 0;
      };
      if (depth == 0) {
        return i == tokens.size() - 1;
      }
    }
    return false;
  }

  /** Whether one of some names occurs, be it as a column, table or function. */
  boolean mentions(@Nullable String sql, Collection<String> names) {
    if (sql == null || names.isEmpty()) {
      return false;
    }
    List<String> wanted = names.stream().map(this::folded).toList();
    return tokens(sql).stream()
        .filter(SqlText::isName)
        .anyMatch(token -> wanted.contains(name(sql, token)));
  }

  /**
   * Puts new names in the place of old ones, quoted. A name before a parenthesis is a function's,
   * and one behind two colons a type's.
   */
  @Nullable
  String renamed(@Nullable String sql, Map<String, String> names) {
    if (sql == null || names.isEmpty()) {
      return sql;
    }
    StringBuilder out = new StringBuilder();
    int copied = 0;
    List<SqlToken> tokens = tokens(sql);
    for (int i = 0; i < tokens.size(); i++) {
      SqlToken token = tokens.get(i);
      String to = isName(token) ? lookUp(names, name(sql, token)) : null;
      boolean function = i + 1 < tokens.size()
          && tokens.get(i + 1).kind() == Kind.OPEN
          && !isAfterInto(sql, tokens, i);
      boolean type = i > 0 && tokens.get(i - 1).in(sql).equals("::");
      if (to != null && !function && !type) {
        out.append(sql, copied, token.begin()).append(quoted(to));
        copied = token.end();
      }
    }
    return out.append(sql.substring(copied)).toString();
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** {@code insert into book(id)}: a table in spite of the parenthesis. */
  private static boolean isAfterInto(String sql, List<SqlToken> tokens, int at) {
    return at > 0 && (tokens.get(at - 1).is(sql, "into") || tokens.get(at - 1).is(sql, "on"));
  }

  private @Nullable String lookUp(Map<String, String> names, String name) {
    for (Map.Entry<String, String> entry : names.entrySet()) {
      if (folded(entry.getKey()).equals(name)) {
        return entry.getValue();
      }
    }
    return null;
  }

  private static boolean isName(SqlToken token) {
    return token.kind() == Kind.WORD || token.kind() == Kind.NAME;
  }

  /** The name that a token stands for, as the database compares it. */
  private String name(String sql, SqlToken token) {
    String text = token.in(sql);
    if (token.kind() == Kind.WORD) {
      return text.toLowerCase(Locale.ROOT);
    }
    String end = text.substring(text.length() - 1);
    return folded(text.substring(1, text.length() - 1).replace(end + end, end));
  }

  /** A name in the form by which names are compared. */
  String folded(String name) {
    return ignoreCase ? name.toLowerCase(Locale.ROOT) : name;
  }

  private List<SqlToken> tokens(String sql) {
    List<SqlToken> tokens = new ArrayList<>();
    try {
      for (SqlToken token : lexer.tokens(sql)) {
        if (token.kind() != Kind.COMMENT) {
          tokens.add(token);
        }
      }
    } catch (InvalidQueryException malformed) {
      return List.of();
    }
    return tokens;
  }
}
