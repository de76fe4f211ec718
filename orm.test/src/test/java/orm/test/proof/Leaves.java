package orm.test.proof;

import java.util.List;

/** What terms are made of: the columns of rows, or the values that groups have. */
interface Leaves {
  /** A column, or a value of a group, of a type. */
  Term column(Type type);

  /** The same, with the methods of its type. */
  Term rich(Type type);

  /** Whether subqueries may stand beside these. */
  boolean takesQueries();

  /** The paths to many that begin at these, each to an origin of its own. */
  List<Term.Way> ways(AskGenerator queries);

  /** These and one more origin, from which most columns are taken; {@code way} led to it. */
  Leaves within(int origin, Origin.Layout layout, String way);
}
