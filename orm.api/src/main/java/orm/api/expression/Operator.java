package orm.api.expression;

/**
 * What a call node does. Named by meaning, not by SQL text: a dialect or store decides how to say
 * it.
 */
public enum Operator {
  /** Equal. */
  EQ,
  /** Not equal. */
  NE,
  /** Less than. */
  LT,
  /** Less than or equal. */
  LE,
  /** Greater than. */
  GT,
  /** Greater than or equal. */
  GE,
  /** Within two ends, both included. */
  BETWEEN,
  /** Equal to one of several values, or to one row of a subquery. */
  IN,
  /** Equal to none of several values, nor to any row of a subquery. */
  NOT_IN,
  /** Null. */
  IS_NULL,
  /** Not null. */
  IS_NOT_NULL,
  /** A subquery has a row. */
  EXISTS,
  /** All are true. */
  AND,
  /** One is true. */
  OR,
  /** Not true. */
  NOT,
  /** Matches a pattern with {@code %} and {@code _}, escaped by a backslash; case counts. */
  LIKE,
  /** As {@link #LIKE}; case does not count. */
  LIKE_IGNORE_CASE,
  /** Contains a text. */
  CONTAINS,
  /** Contains a text; case does not count. */
  CONTAINS_IGNORE_CASE,
  /** Begins with a text. */
  STARTS_WITH,
  /** Ends with a text. */
  ENDS_WITH
}
