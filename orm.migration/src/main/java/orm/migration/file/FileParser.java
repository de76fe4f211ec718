package orm.migration.file;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orm.api.catalog.ObjectName;
import orm.api.error.ErrorCode;
import orm.api.error.InvalidMigrationException;
import orm.api.error.InvalidQueryException;
import orm.api.migration.MigrationKind;
import orm.api.migration.MigrationVersion;
import orm.spi.dialect.StepGuard;
import orm.spi.sql.SqlLexer;
import orm.spi.sql.SqlScript;
import orm.spi.sql.SqlScript.Statement;
import orm.spi.sql.SqlToken;

/**
 * Reads one file: the sections that its directives make, and their statements.
 *
 * <p>A line {@code -- orm: …} is always a directive, wherever it stands; what stands before
 * {@code up} and {@code down} holds for both.
 */
final class FileParser {
  private static final String DIRECTIVES =
      "Directives are up, down, requires, replaces, transaction,"
          + " foreign keys, keeps rows of, lock timeout, statement timeout and loses;"
          + " docs/migrations.md explains them.";

  /** Statements that would begin or end a transaction behind the back of the run. */
  private static final Set<String> TRANSACTIONS =
      Set.of("abort", "begin", "commit", "end", "release", "rollback", "savepoint", "start");

  /** The table in which the history is kept. */
  static final String HISTORY = "orm_migration";

  private final RawFile file;
  private final FileName name;
  private final SqlLexer lexer;
  private final Section head = new Section();
  private final Section up = new Section();
  private final Section down = new Section();
  private final List<Requirement> requires = new ArrayList<>();
  private @Nullable MigrationVersion replaces;
  private boolean hasDown;

  /** What the directives of a section say. */
  private static final class Section {
    final Set<String> losses = new HashSet<>();

    @Nullable
    Boolean transactional;

    final List<StepGuard> guards = new ArrayList<>();
    Optional<Duration> lockTimeout = Optional.empty();
    Optional<Duration> statementTimeout = Optional.empty();
  }

  private FileParser(RawFile file, FileName name, SqlLexer lexer) {
    this.file = file;
    this.name = name;
    this.lexer = lexer;
  }

  /** Reads a file; of a {@code U} file the way down stands in the way up. */
  static MigrationSource read(RawFile file, FileName name, SqlLexer lexer) {
    return new FileParser(file, name, lexer).read();
  }

  /**
   * Reads a way down, or up, that the history kept.
   *
   * @param text the text of the part
   * @param lexer reads it
   * @return its statements
   */
  static List<Statement> statements(String text, SqlLexer lexer) {
    return SqlScript.split(text, lexer);
  }

  private MigrationSource read() {
    StringBuilder upText = new StringBuilder();
    StringBuilder downText = new StringBuilder();
    Section now = head;
    int number = 0;
    for (String line : file.text().split("\n", -1)) {
      number++;
      Optional<Directive> directive = Directive.read(number, line);
      boolean begins = directive.isPresent()
          && (directive.get().text().equals("up") || directive.get().text().equals("down"));
      if (begins) {
        now = directive.get().text().equals("up") ? up : down;
        requireOrder(now, upText, directive.get());
      } else if (directive.isPresent()) {
        apply(directive.get(), now);
      }
      // The other part gets an empty line, so that lines keep their numbers. Directives stay, since
      // the history keeps this text.
      boolean kept = !begins && !directive.map(FileParser::isOfFile).orElse(false);
      upText.append(kept && now != down ? line : "").append('\n');
      boolean ofDown = now == down || (now == head && directive.isPresent());
      downText.append(kept && ofDown ? line : "").append('\n');
    }
    Part upPart = part(up, upText.toString());
    if (upPart.statements().isEmpty()) {
      throw invalid(
          ErrorCode.EMPTY_MIGRATION, 0, "it holds no statement", "Write one, or remove the file.");
    }
    return source(upPart, hasDown ? part(down, downText.toString()) : null);
  }

  /** Whether it is about the file as a whole, and not about a part. */
  private static boolean isOfFile(Directive directive) {
    return directive.begins("requires") || directive.begins("replaces");
  }

  private void requireOrder(Section now, StringBuilder upText, Directive directive) {
    if (now == down) {
      hasDown = true;
    } else if (hasDown || !SqlScript.split(upText.toString(), lexer).isEmpty()) {
      throw invalid(
          ErrorCode.INVALID_MIGRATION,
          directive.line(),
          "statements or the down part stand before the up part",
          "Put -- orm: up before the first statement, and -- orm: down behind the last one of it.");
    }
  }

  private MigrationSource source(Part upPart, @Nullable Part downPart) {
    MigrationKind kind = switch (name.form()) {
      case REPEATABLE -> MigrationKind.REPEATABLE;
      case SEED -> MigrationKind.SEED;
      default -> replaces == null ? MigrationKind.VERSIONED : MigrationKind.SQUASHED;
    };
    MigrationVersion version = name.version();
    String id = switch (kind) {
      case REPEATABLE -> "R " + name.name();
      case SEED -> "S " + name.name();
      default -> String.valueOf(version);
    };
    boolean plain = name.form() != FileName.Form.OWN && name.form() != FileName.Form.SEED;
    return new MigrationSource(
        file.module(),
        id,
        version,
        name.name(),
        kind,
        file.origin(),
        plain,
        upPart,
        downPart,
        requires,
        replaces,
        TextForm.checksum(upPart.text()),
        null);
  }

  private void apply(Directive directive, Section section) {
    String text = directive.text();
    if (directive.begins("requires")) {
      for (String one : directive.behind("requires").split(",", -1)) {
        requires.add(Requirement.parse(one)
            .orElseThrow(() -> malformed(directive, "Write requires inventory >= 3, catalog.")));
      }
    } else if (directive.begins("replaces")) {
      replace(directive);
    } else if (text.equals("transaction none") || text.equals("transaction one")) {
      section.transactional = text.equals("transaction one");
    } else if (text.equals("foreign keys off")) {
      section.guards.add(new StepGuard.ForeignKeysOff());
    } else if (directive.begins("keeps rows of")) {
      section.guards.add(keptRows(directive));
    } else if (directive.begins("lock timeout")) {
      section.lockTimeout = Optional.of(time(directive, "lock timeout"));
    } else if (directive.begins("statement timeout")) {
      section.statementTimeout = Optional.of(time(directive, "statement timeout"));
    } else if (directive.begins("loses")) {
      section.losses.add(directive.behind("loses").toLowerCase(Locale.ROOT));
    } else {
      throw malformed(directive, DIRECTIVES);
    }
  }

  private void replace(Directive directive) {
    String[] ends = directive.behind("replaces").split("\\.\\.", -1);
    MigrationVersion from = MigrationVersion.parse(ends[0]).orElse(null);
    MigrationVersion to = ends.length == 2 ? MigrationVersion.parse(ends[1]).orElse(null) : null;
    if (from == null || to == null || !to.equals(name.version()) || from.compareTo(to) > 0) {
      throw malformed(
          directive, "Write replaces 1..7 into the file with the number 7, the last one replaced.");
    }
    replaces = from;
  }

  private StepGuard keptRows(Directive directive) {
    String[] names = directive.behind("keeps rows of").split(" as ", -1);
    boolean known = names.length <= 2 && Arrays.stream(names).noneMatch(String::isBlank);
    if (!known) {
      throw malformed(directive, "Write keeps rows of book, or keeps rows of book as books.");
    }
    return new StepGuard.RowsKept(table(names[0]), table(names[names.length - 1]));
  }

  private static ObjectName table(String text) {
    int dot = text.indexOf('.');
    return dot < 0
        ? ObjectName.of(text.strip())
        : new ObjectName(text.substring(0, dot).strip(), text.substring(dot + 1).strip());
  }

  private Duration time(Directive directive, String word) {
    return Directive.time(directive.behind(word))
        .orElseThrow(() -> malformed(directive, "Write a time such as 500ms, 5s or 10m."));
  }

  private InvalidMigrationException malformed(Directive directive, String fix) {
    return invalid(
        ErrorCode.INVALID_MIGRATION,
        directive.line(),
        "the directive \"" + directive.text() + "\" cannot be understood",
        fix);
  }

  private Part part(Section section, String text) {
    List<Statement> statements;
    try {
      statements = SqlScript.split(text, lexer);
    } catch (InvalidQueryException unreadable) {
      throw invalid(
          ErrorCode.INVALID_MIGRATION,
          0,
          String.valueOf(unreadable.getMessage()),
          "Correct the file; nothing of it has run.");
    }
    statements.forEach(this::requireAllowed);
    Boolean own = section.transactional == null ? head.transactional : section.transactional;
    List<StepGuard> guards = new ArrayList<>(head.guards);
    guards.addAll(section.guards);
    boolean one = own == null || own;
    if (!one && !guards.isEmpty()) {
      throw invalid(
          ErrorCode.INVALID_MIGRATION,
          0,
          "foreign keys off and keeps rows of watch over one transaction, and there is none",
          "Take transaction none away, or put what needs it into a file of its own.");
    }
    Set<String> losses = new HashSet<>(head.losses);
    losses.addAll(section.losses);
    return new Part(
        statements,
        text,
        one,
        guards,
        section.lockTimeout.or(() -> head.lockTimeout),
        section.statementTimeout.or(() -> head.statementTimeout),
        losses);
  }

  private void requireAllowed(Statement statement) {
    String sql = statement.text();
    List<SqlToken> tokens = lexer.tokens(sql);
    SqlToken first = tokens.get(0);
    String word = first.in(sql).toLowerCase(Locale.ROOT);
    boolean prepares =
        word.equals("prepare") && tokens.size() > 1 && tokens.get(1).is(sql, "transaction");
    if (first.kind() == SqlToken.Kind.WORD && (TRANSACTIONS.contains(word) || prepares)) {
      throw invalid(
          ErrorCode.FORBIDDEN_STATEMENT,
          statement.line(),
          "statement " + statement.number() + ", " + word.toUpperCase(Locale.ROOT)
              + ", would begin or end a transaction behind the back of the run",
          "Leave it out: a migration runs in one transaction. -- orm: transaction none runs each"
              + " statement in its own.");
    }
    boolean history = tokens.stream()
        .anyMatch(token -> token.is(sql, HISTORY) || token.in(sql).equals('"' + HISTORY + '"'));
    if (history) {
      throw invalid(
          ErrorCode.FORBIDDEN_STATEMENT,
          statement.line(),
          "statement " + statement.number() + " touches the table " + HISTORY
              + ", in which the history is kept",
          "Leave it out; repair and baseline change the history.");
    }
  }

  private InvalidMigrationException invalid(ErrorCode code, int line, String why, String fix) {
    return Invalid.file(code, file, line, why, fix);
  }
}
