package orm.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import orm.engine.EngineOperations.Access;
import orm.engine.EngineOperations.AccessRule;
import orm.engine.EngineOperations.Work;
import orm.engine.generation.Generation;
import orm.engine.plan.BoundValue;
import orm.engine.render.TextRenderer.Sent;
import orm.engine.sql.ParsedSql;

/** Runs a statement that was written as text once for each row of values, in one transaction. */
final class BatchRun implements AccessRule, Work<long[]> {
  private final TextStatement statement;
  private final List<? extends Map<String, ?>> rows;
  private final List<List<BoundValue>> binds;
  private String sql = "";

  BatchRun(TextStatement statement, List<? extends Map<String, ?>> rows) {
    this.statement = statement;
    this.rows = rows;
    this.binds = new ArrayList<>(rows.size());
  }

  /** Prepares all rows first, so that what is wrong with one never touches a transaction. */
  @Override
  public Access of(Generation generation) {
    if (binds.isEmpty()) { // the transaction that a database makes for it asks again
      ParsedSql parsed = statement.parsed(generation);
      BatchValues values = new BatchValues(statement.bound(generation), generation.converters());
      for (Map<String, BoundValue> row : values.of(rows)) {
        TextStatement.requireComplete(parsed, row.keySet());
        Sent sent = generation.textRenderer().render(parsed, row);
        sql = sent.text();
        binds.add(sent.binds());
      }
    }
    return Access.ATOMIC;
  }

  @Override
  public long[] run(Session session) {
    return statement.counted(session, () -> runParts(session));
  }

  private long[] runParts(Session session) {
    long[] counts = new long[binds.size()];
    for (int begin = 0; begin < counts.length; begin += Session.MAX_ROWS_TOGETHER) {
      int end = Math.min(begin + Session.MAX_ROWS_TOGETHER, counts.length);
      long[] part = session
          .generation()
          .textExecutor()
          .batch(statement.call(session), sql, binds.subList(begin, end));
      System.arraycopy(part, 0, counts, begin, part.length);
    }
    return counts;
  }
}
