package orm.api.annotation;

/**
 * How the lists inside rows are read. Every strategy gives the same lists; what differs is the
 * number of statements and what travels.
 */
public enum LoadStrategy {
  /**
   * By a statement of its own for all lists of one level, with the keys of the rows before. The
   * right one nearly always: no row travels twice, and several lists side by side cost one
   * statement each.
   */
  KEYS,
  /**
   * By an outer join in the statement that reads the rows. One round trip and one snapshot, but a
   * row travels once for each element of its list: for few, short rows over a slow network. One
   * list of a level can be read so; two would multiply each other.
   */
  JOIN
}
