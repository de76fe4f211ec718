package orm.migration.lint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import orm.api.catalog.LintFinding;
import orm.api.catalog.LintRule;
import orm.spi.dialect.LexicalFeature;
import orm.spi.sql.SqlLexer;
import orm.spi.sql.SqlScript;
import orm.spi.sql.SqlToken;
import orm.spi.sql.SqlToken.Kind;

/**
 * Finds what is risky in statements that people wrote, where the first words tell. What it does not
 * know it says nothing of. Immutable and safe for use by several threads.
 */
public final class SqlLint {
  private static final String ACCEPT =
      "Copy what is still needed elsewhere first; the loss must be accepted by its name.";
  private static final String SIDE_BY_SIDE =
      "Where old and new run side by side, add first, change the programs, and remove in a later"
          + " release.";

  private final SqlLexer lexer;

  /**
   * Makes a lint.
   *
   * @param lexer reads the statements of one kind of database
   */
  public SqlLint(SqlLexer lexer) {
    this.lexer = lexer;
  }

  /**
   * Looks at the statements of a script.
   *
   * @param statements the statements, in order
   * @return what was found, in that order
   */
  public List<LintFinding> findings(Collection<SqlScript.Statement> statements) {
    Looking looking = new Looking();
    statements.forEach(looking::at);
    return List.copyOf(looking.findings);
  }

  /** One walk over a script; it remembers the tables that are made in it and have no rows. */
  private final class Looking {
    private final List<LintFinding> findings = new ArrayList<>();
    private final Set<String> created = new LinkedHashSet<>();
    private String place = "";

    void at(SqlScript.Statement statement) {
      place = "line " + statement.line() + " (" + statement.firstLine() + ")";
      Words words = new Words(statement.text());
      if (words.take("create")) {
        create(words);
      } else if (words.take("drop")) {
        drop(words);
      } else if (words.take("alter", "table")) {
        alter(words);
      } else if (words.take("truncate")) {
        add(LintRule.DESTRUCTIVE, "all rows are lost", ACCEPT);
        irreversible();
      } else if (words.take("delete", "from")) {
        everyRow(words, "is deleted");
      } else if (words.take("update")) {
        everyRow(words, "is overwritten");
      } else if (isPostgres()) {
        maintenance(words);
      }
    }

    private boolean isPostgres() {
      return lexer.has(LexicalFeature.DOLLAR_QUOTES);
    }

    private void add(LintRule rule, String why, String fix) {
      findings.add(new LintFinding(rule, place, why, fix));
    }

    private void irreversible() {
      add(
          LintRule.IRREVERSIBLE,
          "the way back cannot bring the rows again",
          "Keep a backup, or do this in a later release, when nobody goes back any more.");
    }

    private void longLock(String why, String fix) {
      if (isPostgres()) {
        add(LintRule.LONG_LOCK, why, fix);
      }
    }

    private void everyRow(Words words, String what) {
      if (!created.contains(words.name()) && !words.has("where")) {
        add(LintRule.DESTRUCTIVE, "every row " + what, "Add WHERE, or WHERE true if you mean it.");
        irreversible();
      }
    }

    private void maintenance(Words words) {
      boolean rewrites = words.take("vacuum", "full") || words.take("cluster");
      if (rewrites) {
        add(
            LintRule.REWRITE,
            "all rows are written anew, and nobody can use the table meanwhile",
            "Do it apart from migrations, at a quiet time.");
      } else if (words.take("lock")) {
        longLock("others wait until this transaction ends", "Leave it out, or lock less.");
      } else if (words.take("reindex") && !words.has("concurrently")) {
        longLock("nobody can write meanwhile", "Write REINDEX … CONCURRENTLY.");
      }
    }

    private void create(Words words) {
      boolean unique = words.take("unique");
      if (words.take("index")) {
        boolean concurrently = words.take("concurrently");
        words.skipTo("on");
        words.take("only");
        String table = words.name();
        if (created.contains(table)) {
          return;
        }
        if (!concurrently) {
          longLock(
              "nobody can write to " + table + " while the index is built",
              "For a large table write CREATE INDEX CONCURRENTLY, outside a transaction.");
        }
        if (unique) {
          duplicates();
        }
        return;
      }
      while (words.take("temp")
          || words.take("temporary")
          || words.take("unlogged")
          || words.take("global")
          || words.take("local")) {
        // what a table may be besides
      }
      if (words.take("table")) {
        words.take("if", "not", "exists");
        created.add(words.name());
      }
    }

    private void duplicates() {
      add(
          LintRule.DATA_DEPENDENT,
          "it fails where two rows are equal there",
          "Look for duplicates first.");
    }

    private void drop(Words words) {
      boolean rows = words.take("table") || words.take("schema");
      if (rows) {
        words.take("if", "exists");
        String name = words.name();
        if (created.contains(name)) {
          return;
        }
        add(LintRule.DESTRUCTIVE, "it loses table " + name, ACCEPT);
        add(LintRule.INCOMPATIBLE, "programs of the version before use " + name, SIDE_BY_SIDE);
        irreversible();
      } else if (words.take("index") && !words.has("concurrently")) {
        longLock(
            "it waits for all who use the table, and everybody waits for it",
            "Write DROP INDEX CONCURRENTLY, outside a transaction.");
      }
    }

    private void alter(Words words) {
      words.take("if", "exists");
      words.take("only");
      String table = words.name();
      if (created.contains(table)) {
        return;
      }
      do {
        action(table, words.action());
      } while (words.nextAction());
    }

    private void action(String table, Words words) {
      if (words.take("drop")) {
        dropPart(table, words);
      } else if (words.take("rename")) {
        if (!words.take("constraint")) {
          add(
              LintRule.INCOMPATIBLE,
              "programs of the version before use the old name",
              SIDE_BY_SIDE);
        }
      } else if (words.take("add")) {
        addPart(table, words);
      } else if (words.take("alter")) {
        words.take("column");
        alterColumn(table + "." + words.name(), words);
      }
    }

    private void dropPart(String table, Words words) {
      if (words.take("constraint")) {
        return;
      }
      words.take("column");
      words.take("if", "exists");
      String column = table + "." + words.name();
      add(LintRule.DESTRUCTIVE, "it loses column " + column, ACCEPT);
      add(LintRule.INCOMPATIBLE, "programs of the version before use the column", SIDE_BY_SIDE);
      irreversible();
    }

    private void addPart(String table, Words words) {
      if (words.take("constraint")) {
        words.name();
      }
      boolean checked = words.take("foreign") || words.take("check");
      boolean key = !checked && (words.take("unique") || words.take("primary"));
      if (checked) {
        if (!words.has("valid")) {
          add(
              LintRule.DATA_DEPENDENT,
              "it fails where a row does not fit",
              "Look for such rows first.");
          longLock(
              "nobody can write to " + table + " while all its rows are read",
              "Add it NOT VALID, and VALIDATE CONSTRAINT in another transaction.");
        }
      } else if (key) {
        if (!words.has("using")) {
          duplicates();
          longLock(
              "nobody can use " + table + " while the index is built",
              "Build a unique index CONCURRENTLY first, and add the constraint USING INDEX.");
        }
      } else {
        boolean required = words.has("not")
            && words.has("null")
            && !words.has("default")
            && !words.has("generated")
            && !words.has("check");
        if (required) {
          add(
              LintRule.DATA_DEPENDENT,
              "it fails where the table has rows",
              "Give the column a default, or add it nullable, fill it, and require it then.");
          add(
              LintRule.INCOMPATIBLE,
              "programs of the version before write rows without it",
              SIDE_BY_SIDE);
        }
      }
    }

    private void alterColumn(String column, Words words) {
      if (words.take("type") || words.take("set", "data", "type")) {
        add(
            LintRule.REWRITE,
            "all rows may be written anew, and nobody can use the table meanwhile",
            "For a large table add a new column, fill it in parts and change over.");
        add(
            LintRule.DESTRUCTIVE,
            "values of column " + column + " may not fit the new type",
            ACCEPT);
        add(
            LintRule.INCOMPATIBLE,
            "programs of the version before expect the old type",
            SIDE_BY_SIDE);
      } else if (words.take("set", "not", "null")) {
        add(
            LintRule.DATA_DEPENDENT,
            "it fails where a row has null there",
            "Fill the column first.");
        longLock(
            "nobody can use the table while all its rows are read",
            "Add a CHECK that it is not null NOT VALID, validate it, and require it then.");
      }
    }
  }

  /** The words of a statement, one after another. */
  private final class Words {
    private final List<String> words;
    private int at;
    private int end;

    Words(String sql) {
      List<String> found = new ArrayList<>();
      for (SqlToken token : lexer.tokens(sql)) {
        if (token.kind() != Kind.COMMENT) {
          String text = token.in(sql);
          boolean plain = token.kind() == Kind.WORD;
          found.add(plain ? text.toLowerCase(Locale.ROOT) : text);
        }
      }
      this.words = List.copyOf(found);
      this.end = words.size();
    }

    private Words(List<String> words, int at, int end) {
      this.words = words;
      this.at = at;
      this.end = end;
    }

    boolean take(String... wanted) {
      if (at + wanted.length > end
          || !words.subList(at, at + wanted.length).equals(List.of(wanted))) {
        return false;
      }
      at += wanted.length;
      return true;
    }

    boolean has(String word) {
      return words.subList(at, end).contains(word);
    }

    void skipTo(String word) {
      int found = words.subList(at, end).indexOf(word);
      at = found < 0 ? end : at + found + 1;
    }

    /** A name with those before it, without quotes. */
    String name() {
      StringBuilder name = new StringBuilder();
      while (at < end) {
        name.append(bare(words.get(at++)));
        if (!take(".")) {
          break;
        }
        name.append('.');
      }
      return name.toString();
    }

    private static String bare(String word) {
      boolean quoted = word.length() > 1 && "\"`[".indexOf(word.charAt(0)) >= 0;
      return quoted ? word.substring(1, word.length() - 1) : word;
    }

    /** The words to the next comma outside of parentheses. */
    Words action() {
      int depth = 0;
      int to = at;
      while (to < end && !(depth == 0 && words.get(to).equals(","))) {
        depth += switch (words.get(to)) {
          case "(" -> 1;
          case ")" -> -1;
          default -> 0;
        };
        to++;
      }
      Words action = new Words(words, at, to);
      at = to;
      return action;
    }

    boolean nextAction() {
      return take(",");
    }
  }
}
