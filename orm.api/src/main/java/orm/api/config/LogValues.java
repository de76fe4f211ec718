package orm.api.config;

/** Which bound values logs and listeners may show. {@code @Sensitive} ones they never do. */
public enum LogValues {
  /** Those of columns: what is stored in one, or compared with it alone. */
  MAPPED,
  /** Also those that belong to no column, such as the ones of SQL that was written as text. */
  ALL
}
