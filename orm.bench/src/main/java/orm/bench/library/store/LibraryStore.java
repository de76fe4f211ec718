package orm.bench.library.store;

import java.util.List;
import orm.bench.library.Search;

/**
 * The library as one contestant reaches it. Every operation takes a connection from the pool and
 * gives it back. Rows are the records that are named here, or what the contestant has in their
 * place, with the same content; see {@link #plain}.
 */
public interface LibraryStore extends AutoCloseable {
  /** Returns each {@link orm.bench.library.AuthorPage} of a country, by the keys of the authors. */
  List<?> graph(String country);

  /** Returns a {@link orm.bench.library.Line} for each novel with a number of pages, by keys. */
  List<?> lines(int pages);

  /** Returns the {@link orm.bench.library.Sheet} of some novels with keys in a row. */
  List<?> sheets(int first, int count);

  /**
   * Returns each {@link orm.bench.library.Novel} of a page, the oldest first.
   *
   * @param number how many pages are before it, at least one; where it begins is not searched for,
   *     but known from the last row of the page before
   */
  List<?> page(int number);

  /** Returns each {@link orm.bench.library.Novel} that somebody wants, by keys. */
  List<?> search(Search search);

  /**
   * Returns the {@link orm.bench.library.Family} of {@link orm.bench.library.Library#FAMILIES}
   * authors with keys in a row.
   */
  List<?> families(int first);

  /**
   * Makes a record of a row. It is not measured.
   *
   * @param type the record that is named at the operation
   * @param row a row that the operation has returned
   */
  default Object plain(Class<?> type, Object row) {
    return row;
  }

  @Override
  void close();
}
