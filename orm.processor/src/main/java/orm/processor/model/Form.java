package orm.processor.model;

/** How a component says that it may be absent. */
public enum Form {
  /** It may not. */
  REQUIRED,
  /** By {@code @Nullable}. */
  NULLABLE,
  /** By {@code Optional}. */
  OPTIONAL
}
