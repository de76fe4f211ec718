package orm.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.RowCountException;
import orm.api.query.Results;
import orm.engine.EngineOperations.Access;
import orm.engine.EngineOperations.AccessRule;
import orm.engine.execute.RowLayout;
import orm.engine.generation.Generation;
import orm.spi.mapping.RowReader;

/** The rows of a statement that was written as text; each method runs it. */
final class TextResults<R> implements Results<R> {
  private final TextStatement statement;
  private final LayoutRule layout;
  private final RowReader<R> reader;

  /** Tells how columns meet the reader, once it is known where the statement runs. */
  @FunctionalInterface
  interface LayoutRule {
    RowLayout of(Generation generation);
  }

  TextResults(TextStatement statement, LayoutRule layout, RowReader<R> reader) {
    this.statement = statement;
    this.layout = layout;
    this.reader = reader;
  }

  private List<R> read(int most) {
    TextStatement.Prepared prepared = statement.prepared(true);
    return statement
        .operations()
        .run(
            prepared,
            session -> statement.counted(
                session,
                () -> session
                    .generation()
                    .textExecutor()
                    .list(
                        statement.call(session),
                        prepared.sent(),
                        layout.of(session.generation()),
                        reader,
                        most)));
  }

  @Override
  public List<R> list() {
    return read(0);
  }

  @Override
  public Optional<R> first() {
    return present(read(1));
  }

  @Override
  public Optional<R> find() {
    List<R> rows = read(2);
    if (rows.size() > 1) {
      throw rowCount("it gives two rows or more");
    }
    return present(rows);
  }

  /** A row that is null, of a statement that reads one nullable column, counts as absent here. */
  private static <R> Optional<R> present(List<R> rows) {
    return rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.get(0));
  }

  @Override
  public R one() {
    List<R> rows = read(2);
    if (rows.size() != 1) {
      throw rowCount(rows.isEmpty() ? "it gives no row" : "it gives two rows or more");
    }
    return rows.get(0);
  }

  private RowCountException rowCount(String found) {
    return new RowCountException(
        Failure.of(ErrorCode.ROW_COUNT, "Cannot " + statement.what() + " for one row")
            .because(found)
            .fix("Use list() or first() where the number of rows is open."));
  }

  @Override
  public void forEach(Consumer<? super R> action) {
    boolean unused = stream(rows -> {
      rows.forEach(action);
      return true;
    });
  }

  @Override
  public <X> X stream(Function<? super Stream<R>, ? extends X> use) {
    TextStatement.Prepared prepared = statement.prepared(true);
    AccessRule rule =
        generation -> prepared.of(generation) == Access.READ ? Access.CURSOR : Access.ATOMIC;
    return statement
        .operations()
        .run(
            rule,
            session -> statement.counted(
                session,
                () -> session.generation().textExecutor().stream(
                    statement.call(session),
                    prepared.sent(),
                    layout.of(session.generation()),
                    reader,
                    use)));
  }
}
