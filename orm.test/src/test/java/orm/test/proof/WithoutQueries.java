package orm.test.proof;

import java.util.List;
import orm.test.proof.Term.Way;

/**
 * Columns without subqueries beside them.
 *
 * @param columns the columns
 */
record WithoutQueries(Columns columns) implements Leaves {
  @Override
  public Term column(Type type) {
    return columns.column(type);
  }

  @Override
  public Term rich(Type type) {
    return columns.rich(type);
  }

  @Override
  public boolean takesQueries() {
    return false;
  }

  @Override
  public List<Way> ways(AskGenerator queries) {
    return List.of();
  }

  @Override
  public Leaves within(int origin, Origin.Layout layout, String way) {
    throw new IllegalStateException("no subqueries here");
  }
}
