package orm.bench.library.store;

import java.util.List;
import java.util.stream.IntStream;
import orm.bench.library.AuthorPage;
import orm.bench.library.Family;
import orm.bench.library.Library;
import orm.bench.library.Line;
import orm.bench.library.Novel;
import orm.bench.library.Search;
import orm.bench.library.Sheet;
import orm.bench.store.Agreement;

/** Checks that a contestant does what all must do: what is measured must be the same work. */
public final class LibraryAgreement {
  private LibraryAgreement() {}

  /** Runs each operation and compares what it gives with what it must give. */
  public static void check(LibraryStore store) {
    String country = Library.country(3);
    equal(store, AuthorPage.class, Library.graph(country), store.graph(country));
    int pages = Library.pages(7);
    equal(store, Line.class, Library.lines(pages), store.lines(pages));
    for (int count : List.of(10, 100, 1_000)) {
      equal(store, Sheet.class, Library.sheets(4_711, count), store.sheets(4_711, count));
    }
    List<Novel> byAge = Library.byAge();
    for (int number : List.of(1, 250)) {
      int begin = number * Library.PAGE;
      equal(store, Novel.class, byAge.subList(begin, begin + Library.PAGE), store.page(number));
    }
    IntStream.range(130, 134)
        .mapToObj(Search::number)
        .forEach(search -> equal(store, Novel.class, Library.found(search), store.search(search)));
    equal(store, Family.class, Library.families(300), store.families(300));
  }

  private static void equal(LibraryStore store, Class<?> type, List<?> expected, List<?> actual) {
    Agreement.equal(
        type.getSimpleName(),
        expected,
        actual.stream().map(row -> store.plain(type, row)).toList());
  }
}
