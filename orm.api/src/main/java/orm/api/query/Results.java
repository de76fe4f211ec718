package orm.api.query;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Something that gives rows when it is run; each method runs it once.
 *
 * <p>Every method throws {@link orm.api.error.InvalidQueryException} before the database is asked
 * if the query contradicts itself, and other {@link orm.api.error.OrmException}s if the database
 * fails.
 *
 * @param <R> what a row holds
 */
@ProviderType
public interface Results<R> {
  /** {@return all rows, in an unmodifiable list} */
  List<R> list();

  /** {@return the first row, if there is one; empty too where it is a null column} */
  Optional<R> first();

  /**
   * Returns the only row, if there is one.
   *
   * @return the row; empty too where it is a null column
   * @throws orm.api.error.RowCountException if there are two or more
   */
  Optional<R> find();

  /**
   * Returns the only row.
   *
   * @return the row; null where it is a null column
   * @throws orm.api.error.RowCountException if there is none, or two or more
   */
  R one();

  /**
   * Hands over one row after the other, in bounded memory.
   *
   * @param action takes a row
   */
  void forEach(Consumer<? super R> action);

  /**
   * Lends a stream of the rows, in bounded memory. The stream ends with {@code use}; what is left
   * of it then throws {@link IllegalStateException}.
   *
   * @param <X> what is made of the rows
   * @param use uses the stream
   * @return what it made
   */
  <X> X stream(Function<? super Stream<R>, ? extends X> use);
}
