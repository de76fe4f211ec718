package orm.test.bookshop;

/** How a book is bound. */
public enum Format {
  HARDCOVER,
  PAPERBACK,
  EBOOK
}
