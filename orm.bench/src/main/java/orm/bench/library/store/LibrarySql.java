package orm.bench.library.store;

import java.util.List;
import orm.bench.library.Library;

/** The statements of the contestants that are written by hand, for one database. */
final class LibrarySql {
  /**
   * The tables on SQLite: what the ORM makes, but for the price, which is a text where the ORM has
   * an integer of cents.
   */
  static final List<String> SQLITE_TABLES = List.of(
      """
      CREATE TABLE `author` (
        `id` INTEGER PRIMARY KEY AUTOINCREMENT,
        `name` TEXT NOT NULL,
        `country` TEXT NOT NULL
      ) STRICT""",
      """
      CREATE TABLE `publisher` (
        `id` INTEGER PRIMARY KEY AUTOINCREMENT,
        `name` TEXT NOT NULL,
        `city` TEXT NOT NULL
      ) STRICT""",
      """
      CREATE TABLE `tag` (
        `id` INTEGER PRIMARY KEY AUTOINCREMENT,
        `name` TEXT NOT NULL
      ) STRICT""",
      """
      CREATE TABLE `novel` (
        `id` INTEGER PRIMARY KEY AUTOINCREMENT,
        `title` TEXT NOT NULL,
        `price` TEXT NOT NULL,
        `published` TEXT NOT NULL,
        `in_print` INTEGER NOT NULL CHECK (`in_print` IN (0, 1)),
        `pages` INTEGER NOT NULL CHECK (`pages` BETWEEN -2147483648 AND 2147483647),
        `author_id` INTEGER NOT NULL,
        `publisher_id` INTEGER NOT NULL,
        CONSTRAINT `novel_author_id_fkey` FOREIGN KEY (`author_id`) REFERENCES `author` (`id`),
        CONSTRAINT `novel_publisher_id_fkey` FOREIGN KEY (`publisher_id`) REFERENCES `publisher` (`id`)
      ) STRICT""",
      """
      CREATE TABLE `novel_tag` (
        `novel_id` INTEGER NOT NULL,
        `tag_id` INTEGER NOT NULL,
        CONSTRAINT `novel_tag_pkey` PRIMARY KEY (`novel_id`, `tag_id`),
        CONSTRAINT `novel_tag_novel_id_fkey` FOREIGN KEY (`novel_id`) REFERENCES `novel` (`id`) ON DELETE CASCADE,
        CONSTRAINT `novel_tag_tag_id_fkey` FOREIGN KEY (`tag_id`) REFERENCES `tag` (`id`) ON DELETE CASCADE
      ) STRICT""",
      "CREATE INDEX `author_country_idx` ON `author` (`country`)",
      "CREATE INDEX `novel_published_idx` ON `novel` (`published`)",
      "CREATE INDEX `novel_pages_idx` ON `novel` (`pages`)",
      "CREATE INDEX `novel_author_id_idx` ON `novel` (`author_id`)",
      "CREATE INDEX `novel_tag_tag_id_idx` ON `novel_tag` (`tag_id`)");

  private static final String NOVEL = "novel.id, novel.title, novel.price, novel.published,"
      + " novel.in_print, novel.pages, novel.author_id, novel.publisher_id";

  static final String AUTHORS = "SELECT id, name FROM author WHERE country = ? ORDER BY id";

  static final String LINES = "SELECT novel.title, author.name, publisher.name, novel.price"
      + " FROM novel JOIN author ON author.id = novel.author_id"
      + " JOIN publisher ON publisher.id = novel.publisher_id"
      + " WHERE novel.pages = ? ORDER BY novel.id";

  static final String SHEETS = "SELECT " + NOVEL
      + ", author.id, author.name, author.country, publisher.id, publisher.name, publisher.city"
      + " FROM novel JOIN author ON author.id = novel.author_id"
      + " JOIN publisher ON publisher.id = novel.publisher_id"
      + " WHERE novel.id BETWEEN ? AND ? ORDER BY novel.id";

  /** One row more than a page has tells whether there is another page. */
  static final String PAGE = "SELECT " + NOVEL + " FROM novel WHERE published >= ?"
      + " AND (published > ? OR (published = ? AND id > ?)) ORDER BY published, id LIMIT "
      + (Library.PAGE + 1);

  static final String SEARCH = "SELECT " + NOVEL + " FROM novel WHERE author_id = ?";

  static final String FAMILIES =
      "SELECT id, name, country FROM author WHERE id BETWEEN ? AND ? ORDER BY id";

  final String cards;
  final String tags;
  final String novels;

  LibrarySql(LibraryForm form) {
    cards = "SELECT id, author_id, title, price, published, pages FROM novel WHERE "
        + form.among("author_id") + " ORDER BY id";
    tags = "SELECT novel_tag.novel_id, tag.id, tag.name FROM novel_tag"
        + " JOIN tag ON tag.id = novel_tag.tag_id WHERE " + form.among("novel_tag.novel_id")
        + " ORDER BY tag.id";
    novels = "SELECT " + NOVEL + " FROM novel WHERE " + form.among("author_id") + " ORDER BY id";
  }
}
