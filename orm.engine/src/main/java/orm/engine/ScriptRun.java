package orm.engine;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.InvalidQueryException;
import orm.engine.EngineOperations.Access;
import orm.engine.EngineOperations.AccessRule;
import orm.engine.EngineOperations.Work;
import orm.engine.generation.Generation;
import orm.engine.sql.ParsedSql;
import orm.spi.sql.SqlScript;
import orm.spi.sql.SqlScript.Statement;

/** Runs the statements of a script in one transaction. */
final class ScriptRun implements AccessRule, Work<Integer> {
  private final String script;
  private List<Statement> statements = List.of();

  ScriptRun(String script) {
    this.script = Objects.requireNonNull(script, "text");
  }

  /** Reads all of it first, so that what is wrong with the text never touches a transaction. */
  @Override
  public Access of(Generation generation) {
    statements = SqlScript.split(script, generation.lexer());
    for (Statement statement : statements) {
      ParsedSql.requireNoTransactionControl(
          "Cannot " + place(statement), statement.text(), generation.lexer());
      if (statement.copyData() != null) {
        throw new InvalidQueryException(
            Failure.of(ErrorCode.INVALID_QUERY, "Cannot " + place(statement))
                .because("only a migration can send data from its own text")
                .fix("Insert the rows, or put the statement into a migration or seed."));
      }
    }
    return Access.ATOMIC;
  }

  @Override
  public Integer run(Session session) {
    session.writes().everything();
    for (Statement statement : statements) {
      session
          .generation()
          .executor()
          .execute(
              session.call(place(statement), Duration.ZERO),
              statement.text(),
              statement.firstLine());
    }
    return statements.size();
  }

  private static String place(Statement statement) {
    return "run statement "
        + statement.number()
        + " of the script (line "
        + statement.line()
        + ": "
        + statement.firstLine()
        + ")";
  }
}
