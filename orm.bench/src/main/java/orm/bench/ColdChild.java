package orm.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import orm.bench.book.Book;
import orm.bench.book.Books;
import orm.bench.store.Access;
import orm.bench.store.Contestant;

/** A program that reads one row and ends. Prints the time that it took and its memory at most. */
public final class ColdChild {
  /** The contestant that is neither a store nor has a pool. */
  static final String DRIVER = "DRIVER";

  private ColdChild() {}

  /**
   * Runs it.
   *
   * @param arguments the contestant and the URL
   */
  public static void main(String[] arguments) throws SQLException {
    long start = System.nanoTime();
    Book book = arguments[0].equals(DRIVER)
        ? Access.findWithoutPool(arguments[1], 1)
        : Access.open(Contestant.valueOf(arguments[0]), arguments[1]).find(1);
    long nanos = System.nanoTime() - start;
    System.out.println(nanos + " " + memory() + " " + book.equals(Books.stored(1)));
    System.out.flush();
    Runtime.getRuntime().halt(0); // how it ends is not measured
  }

  /** The most memory that the process had, in kilobytes; 0 where that is not known. */
  private static long memory() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException noLinux) {
      return 0;
    }
  }
}
