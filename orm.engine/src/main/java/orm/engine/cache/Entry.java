package orm.engine.cache;

/**
 * A value with what was counted before it was read.
 *
 * @param value the value
 * @param generation which generation read it
 * @param stamp the counts
 * @param at when it was read, as of {@link System#nanoTime}
 */
record Entry(Object value, int generation, Stamp stamp, long at) {}
