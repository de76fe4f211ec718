package orm.bench.store;

import java.util.List;

/** The statements of the contestants that are written by hand. */
final class BookSql {
  /**
   * The table on SQLite: what the ORM makes, but for the price, which is a text where the ORM has
   * an integer of cents. On PostgreSQL the table is the same for all.
   */
  static final List<String> SQLITE_TABLE =
      List.of("""
      CREATE TABLE `book` (
        `id` INTEGER PRIMARY KEY AUTOINCREMENT,
        `title` TEXT NOT NULL,
        `publisher` TEXT NOT NULL,
        `price` TEXT NOT NULL,
        `published` TEXT NOT NULL,
        `in_print` INTEGER NOT NULL CHECK (`in_print` IN (0, 1)),
        `pages` INTEGER NOT NULL CHECK (`pages` BETWEEN -2147483648 AND 2147483647),
        `version` INTEGER NOT NULL CHECK (`version` BETWEEN -2147483648 AND 2147483647)
      ) STRICT""", "CREATE INDEX `book_pages_idx` ON `book` (`pages`)");

  private static final String COLUMNS =
      "title, publisher, price, published, in_print, pages, version";

  private static final String SELECT = "SELECT id, " + COLUMNS + " FROM book";

  static final String FIND = SELECT + " WHERE id = ?";

  static final String WITH_PAGES = SELECT + " WHERE pages = ? ORDER BY id";

  static final String ALL = SELECT;

  static final String INSERT = "INSERT INTO book (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?)";

  static final String INSERT_RETURNING = INSERT + " RETURNING id";

  /** For PostgreSQL: one array per column. */
  static final String INSERT_ARRAYS = "INSERT INTO book (" + COLUMNS + ") SELECT * FROM unnest("
      + "?::text[], ?::text[], ?::numeric[], ?::date[], ?::boolean[], ?::int[], ?::int[])"
      + " RETURNING id";

  static final String UPDATE =
      "UPDATE book SET title = ?, publisher = ?, price = ?, published = ?, in_print = ?, pages = ?,"
          + " version = version + 1 WHERE id = ? AND version = ?";

  /** The parameters of {@link #INSERT} and {@link #UPDATE} that are not bound by a form. */
  static final int INSERT_VERSION = 7;

  static final int UPDATE_KEY = 7;

  static final int UPDATE_VERSION = 8;

  private BookSql() {}
}
