package orm.migration.diff;

/** The order of changes: what others lean on goes last and comes first. */
enum Phase {
  DROP_VIEWS,
  DROP_TRIGGERS,
  DROP_FOREIGN_KEYS,
  DROP_INDEXES,
  DROP_CONSTRAINTS,
  /** What stands in the way of a name or of another change. */
  DROP_EARLY,
  RENAME,
  TYPES,
  CREATE_TABLES,
  ADD_COLUMNS,
  ALTER_COLUMNS,
  /** They may be computed from the columns that were added and altered. */
  ADD_COMPUTED_COLUMNS,
  ADD_CONSTRAINTS,
  ADD_INDEXES,
  ADD_FOREIGN_KEYS,
  DROP_COLUMNS,
  DROP_TABLES,
  SEQUENCES,
  DROP_TYPES,
  CREATE_VIEWS,
  CREATE_TRIGGERS,
  COMMENTS
}
