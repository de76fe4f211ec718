package orm.bench.store;

import java.util.Comparator;
import java.util.List;
import orm.bench.book.Book;
import orm.bench.book.Books;

/** Checks that a contestant does what all must do: what is measured must be the same work. */
public final class Agreement {
  private Agreement() {}

  /**
   * Runs each operation and compares what it gives with what it must give. Changes the table, which
   * must be filled and otherwise untouched.
   */
  public static void check(Store store) {
    List<Book> expected = Books.stored();
    equal("all", expected, sorted(store.all()));
    equal("find", expected.get(41), store.find(42));
    int pages = Books.pages(7);
    equal("withPages", Books.stored(expected, pages), store.withPages(pages));

    int next = Books.COUNT + 1;
    Book inserted = store.insert(Books.sample(next));
    equal("insert", Books.stored(next), inserted);
    equal("insert and find", inserted, store.find(next));

    List<Book> batch = Books.samples(next + 1, next + Books.BATCH);
    List<Book> stored = store.insertAll(batch);
    equal("size of insertAll", batch.size(), stored.size());
    for (int i = 0; i < batch.size(); i++) {
      equal("insertAll", Books.stored(next + 1 + i), stored.get(i));
    }
    equal("insertAll and find", stored.get(500), store.find(stored.get(500).key()));

    Book changed = store.update(inserted.withTitle("changed"));
    equal("update", inserted.withTitle("changed").withNextVersion(), changed);
    equal("update and find", changed, store.find(next));
    requireStale(store, inserted);
  }

  private static void requireStale(Store store, Book old) {
    boolean updated;
    try {
      store.update(old);
      updated = true;
    } catch (RuntimeException stale) {
      updated = false;
    }
    equal("update of a stale row", false, updated);
  }

  private static List<Book> sorted(List<Book> books) {
    return books.stream().sorted(Comparator.comparingLong(Book::key)).toList();
  }

  /** Throws where something is not what it must be. */
  public static void equal(String what, Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new IllegalStateException(
          what + ": expected " + shortened(expected) + " but got " + shortened(actual));
    }
  }

  private static String shortened(Object value) {
    String text = value.toString();
    return text.length() > 300 ? text.substring(0, 300) + "…" : text;
  }
}
