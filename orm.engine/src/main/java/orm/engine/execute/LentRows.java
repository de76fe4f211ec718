package orm.engine.execute;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import orm.engine.execute.ColumnBinder.DriverException;

/** The rows of an open result as a stream, which ends when this is closed. */
final class LentRows<T> implements AutoCloseable {
  private final JdbcRow row;
  private final Reader<T> reader;
  private final Deque<Holder<T>> ready = new ArrayDeque<>();
  private long count;
  private boolean closed;

  /** A row, which may be null. */
  private record Holder<T>(@Nullable T value) {}

  /** Reads the current row, and further ones if it likes. */
  interface Reader<T> {
    void read(JdbcRow row, List<T> into) throws SQLException;
  }

  LentRows(JdbcRow row, Reader<T> reader) {
    this.row = row;
    this.reader = reader;
  }

  long count() {
    return count;
  }

  Stream<T> stream() {
    return StreamSupport.stream(
        new Spliterators.AbstractSpliterator<T>(Long.MAX_VALUE, Spliterator.ORDERED) {
          @Override
          @SuppressWarnings("NullAway") // a null column of a query for one column is a null row
          public boolean tryAdvance(Consumer<? super T> action) {
            Holder<T> next = next();
            if (next == null) {
              return false;
            }
            action.accept(next.value());
            return true;
          }
        },
        false);
  }

  private @Nullable Holder<T> next() {
    if (closed) {
      throw new IllegalStateException(
          "the stream has ended with the block that it was lent to; use it inside, or take list()");
    }
    if (ready.isEmpty()) {
      try {
        if (!row.next()) {
          return null;
        }
        List<T> read = new ArrayList<>(1);
        reader.read(row, read);
        for (T each : read) {
          ready.add(new Holder<>(each));
        }
      } catch (SQLException failed) {
        throw new DriverException(failed);
      }
    }
    count++;
    return ready.remove();
  }

  @Override
  public void close() {
    closed = true;
  }
}
