package orm.engine;

/**
 * What serves all rows of a database handle.
 *
 * @param features what the handle uses of plugins
 * @param uuids makes keys
 */
record RowSources(Features features, Uuid7 uuids) {}
