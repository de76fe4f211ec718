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
  ENDS_WITH,
  /** Different, where two nulls are the same. */
  DISTINCT_FROM,
  /** False or unknown. */
  NOT_TRUE,
  /** The first argument that is not null. */
  COALESCE,
  /** Null if both are equal, else the first. */
  NULL_IF,
  /** The greatest argument that is not null. */
  GREATEST,
  /** The least argument that is not null. */
  LEAST,
  /** Pairs of a condition and a value, and at the end the value for all other rows, if any. */
  CASE,
  /** Text in small letters. */
  LOWER,
  /** Text in capital letters. */
  UPPER,
  /** Text without blanks at both ends. */
  TRIM,
  /** Texts in a row. */
  CONCAT,
  /** The number of code points of a text. */
  LENGTH,
  /** Part of a text: from a position, counted from 1, and of a length. */
  SUBSTRING,
  /** Text in which every occurrence of one text is another. */
  REPLACE,
  /** The position of a text in another one, counted from 1; 0 if it is not there. */
  POSITION,
  /** The sum of two numbers. */
  PLUS,
  /** The difference of two numbers. */
  MINUS,
  /** The product of two numbers. */
  TIMES,
  /** The quotient of two numbers; integers lose their fraction. */
  DIVIDE,
  /** The remainder of a division of integers, with the sign of the first. */
  REMAINDER,
  /** The opposite number. */
  NEGATE,
  /** The number without its sign. */
  ABS,
  /** A number as a 64-bit integer; a fraction is cut off. */
  AS_LONG,
  /** An integer as an exact decimal. */
  AS_DECIMAL,
  /** A number as a binary floating-point number. */
  AS_DOUBLE,
  /** A part of a date or time: the value and the unit. */
  EXTRACT,
  /** A date or time and an amount of a unit later. */
  PLUS_TIME,
  /** A date or time without what is smaller than a unit. */
  TRUNCATE_TIME,
  /** The point in time at which the statement began. */
  NOW,
  /** A list has an element. */
  LIST_CONTAINS,
  /** The number of elements of a list. */
  LIST_SIZE,
  /** The text of a JSON member, by its path. */
  JSON_TEXT,
  /** A number in a JSON document, by its path. */
  JSON_NUMBER,
  /** A range holds a value. */
  RANGE_HOLDS,
  /** A range or network holds all of another one. */
  ENCLOSES,
  /** Two ranges or networks have something in common. */
  OVERLAPS,
  /** All of a range or network is in another one. */
  WITHIN,
  /** The texts of an index hold what a query asks for. */
  TEXT_MATCHES,
  /** How well the texts of an index fit a query. */
  TEXT_RANK,
  /** The value of a row that could not be inserted. */
  EXCLUDED,
  /** The one value of a subquery; null where it has no row. */
  SCALAR,
  /** The number of rows. */
  COUNT_ROWS,
  /** The number of values that are not null. */
  COUNT,
  /** The number of different values that are not null. */
  COUNT_DISTINCT,
  /** The sum of all values, null where there are none. */
  SUM,
  /** The mean of all values, null where there are none. */
  AVG,
  /** The least value, null where there are none. */
  MIN,
  /** The greatest value, null where there are none. */
  MAX,
  /** All texts in one, with a separator, in the order of the text unless told otherwise. */
  JOIN_TEXT,
  /** An aggregate over the rows for which a condition is true. */
  FILTER,
  /** The number of the row within its window, from 1. */
  ROW_NUMBER,
  /** The place of the row within its window; equal rows share one, and leave a gap behind. */
  RANK,
  /** The place of the row within its window; equal rows share one, and leave no gap. */
  DENSE_RANK,
  /** The number of the part, of several equal parts of the window, that the row is in. */
  NTILE,
  /** The value of a row before this one. */
  LAG,
  /** The value of a row behind this one. */
  LEAD,
  /** The value of the first row of the frame. */
  FIRST_VALUE,
  /** The value of the last row of the frame. */
  LAST_VALUE;

  /** {@return whether this makes one value of many rows} */
  public boolean isAggregate() {
    return compareTo(COUNT_ROWS) >= 0 && compareTo(FILTER) <= 0;
  }
}
