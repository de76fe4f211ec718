package orm.engine.plan;

/** Stands for a value that is stored as null, where every value has a slot. */
public enum Absent {
  /** The only one. */
  VALUE
}
