package orm.engine.execute;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orm.api.expression.Selectable;
import orm.engine.execute.Executor.Call;
import orm.engine.render.RenderedSql;
import orm.spi.dialect.ValueCodec;
import orm.spi.mapping.RowReader;

/**
 * Runs what the query language makes: statements whose values go by their slots, with lists inside
 * the rows that they give. Safe for use by several threads.
 */
public final class QueryExecutor {
  /** Rows that a stream takes from the database at a time. */
  private static final int FETCH_SIZE = 500;

  private final Executor executor;
  private final ValueCodec codec;
  private final SlotBinder slots;

  /**
   * Makes an executor.
   *
   * @param executor runs statements
   * @param codec how values travel
   */
  public QueryExecutor(Executor executor, ValueCodec codec) {
    this.executor = executor;
    this.codec = codec;
    this.slots = new SlotBinder(codec);
  }

  /**
   * Runs a query, and one more statement for each level of lists inside its rows.
   *
   * @param <T> what a row gives
   * @param call where
   * @param sql the query
   * @param values its values by slot
   * @param result what its rows give
   * @return the rows, unmodifiable
   */
  public <T> List<T> query(Call call, RenderedSql sql, List<Object> values, Selectable<T> result) {
    List<T> rows = new ArrayList<>();
    if (sql.nested().isEmpty()) {
      RowReader<T> reader = result.reader();
      executor.run(call, sql.text(), (statement, seen) -> {
        slots.bind(call.subject(), statement, sql, 0, values, List.of(), seen);
        return executor.readAll(statement, sql.shape(), reader, rows);
      });
    } else {
      RowTree tree = RowTree.of(result, sql);
      List<@Nullable Object> read = new ArrayList<>();
      @Nullable JdbcRow[] last = new JdbcRow[1];
      executor.run(call, sql.text(), (statement, seen) -> {
        slots.bind(call.subject(), statement, sql, 0, values, List.of(), seen);
        try (ResultSet found = statement.executeQuery()) {
          JdbcRow row = new JdbcRow(found, codec, sql.shape());
          last[0] = row;
          while (row.next()) {
            tree.read(row, read);
          }
        }
        return read.size();
      });
      JdbcRow row = Objects.requireNonNull(last[0]);
      fetchLists(call, tree, values, row);
      assemble(tree, read, row, rows);
    }
    return Collections.unmodifiableList(rows);
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // the tree was made from the result of T
  private static <T> void assemble(
      RowTree tree, List<@Nullable Object> read, JdbcRow row, List<T> into) {
    for (Object parts : read) {
      into.add((T) tree.assemble(parts, row));
    }
  }

  /** Reads the lists of all rows at once, level by level. */
  private void fetchLists(Call call, RowTree tree, List<Object> values, JdbcRow assembler) {
    for (RowTree.Lists lists : tree.lists()) {
      if (lists.isEmpty()) {
        continue;
      }
      if (!lists.joined()) {
        fetch(call, lists, values);
      }
      fetchLists(call, lists.elements(), values, assembler);
      lists.complete(assembler);
    }
  }

  private void fetch(Call call, RowTree.Lists lists, List<Object> values) {
    RenderedSql sql = lists.sql();
    executor.run(call, sql.text(), (statement, seen) -> {
      slots.bind(call.subject(), statement, sql, 0, values, lists.keys(), seen);
      long count = 0;
      try (ResultSet found = statement.executeQuery()) {
        JdbcRow row = new JdbcRow(found, codec, sql.shape());
        while (row.next()) {
          lists.take(row);
          count++;
        }
      }
      return count;
    });
  }

  /**
   * Lends the rows of a query while they are read.
   *
   * @param <T> what a row gives
   * @param <X> what is made of them
   * @param call where; the connection is in a transaction
   * @param sql the query
   * @param values its values by slot
   * @param result what its rows give
   * @param use uses the rows
   * @return what it made
   */
  @SuppressWarnings("NullAway") // what use makes may be null
  public <T, X> X stream(
      Call call,
      RenderedSql sql,
      List<Object> values,
      Selectable<T> result,
      Function<? super Stream<T>, ? extends X> use) {
    List<X> made = new ArrayList<>(1);
    executor.run(call, sql.text(), (statement, seen) -> {
      slots.bind(call.subject(), statement, sql, 0, values, List.of(), seen);
      statement.setFetchSize(FETCH_SIZE);
      try (ResultSet found = statement.executeQuery();
          LentRows<T> rows = new LentRows<>(
              new JdbcRow(found, codec, sql.shape()), reader(call, sql, values, result))) {
        made.add(use.apply(rows.stream()));
        return rows.count();
      }
    });
    return made.get(0);
  }

  /** Reads the next rows: one by one, or, where they hold lists, some hundreds at a time. */
  private <T> LentRows.Reader<T> reader(
      Call call, RenderedSql sql, List<Object> values, Selectable<T> result) {
    if (sql.nested().isEmpty()) {
      RowReader<T> reader = result.reader();
      return (row, into) -> into.add(reader.read(row));
    }
    RowTree tree = RowTree.of(result, sql);
    return (row, into) -> {
      List<@Nullable Object> read = new ArrayList<>();
      tree.read(row, read);
      while (read.size() < FETCH_SIZE && row.next()) {
        tree.read(row, read);
      }
      fetchLists(call, tree, values, row);
      assemble(tree, read, row, into);
      tree.lists().forEach(RowTree.Lists::clear);
    };
  }

  /**
   * Runs a statement that changes rows and gives none back.
   *
   * @param call where
   * @param sql the statement
   * @param values its values by slot
   * @return the number of rows that it changed
   */
  public long change(Call call, RenderedSql sql, List<Object> values) {
    return executor.run(call, sql.text(), (statement, seen) -> {
      slots.bind(call.subject(), statement, sql, 0, values, List.of(), seen);
      return statement.executeUpdate();
    });
  }

  /**
   * Runs a query for one number.
   *
   * @param call where
   * @param sql the query
   * @param values its values by slot
   * @return the first column of the first row; -1 where there is no row
   */
  public long number(Call call, RenderedSql sql, List<Object> values) {
    long[] number = {-1};
    executor.run(call, sql.text(), (statement, seen) -> {
      slots.bind(call.subject(), statement, sql, 0, values, List.of(), seen);
      try (ResultSet rows = statement.executeQuery()) {
        if (!rows.next()) {
          return 0;
        }
        number[0] = codec.getLong(rows, 1);
        return 1;
      }
    });
    return number[0];
  }

  /**
   * Runs a query for text, such as the plan of another one.
   *
   * @param call where
   * @param sql the query
   * @param values its values by slot
   * @return the last column of each row
   */
  public List<String> lines(Call call, RenderedSql sql, List<Object> values) {
    List<String> lines = new ArrayList<>();
    executor.run(call, sql.text(), (statement, seen) -> {
      slots.bind(call.subject(), statement, sql, 0, values, List.of(), seen);
      try (ResultSet rows = statement.executeQuery()) {
        int last = rows.getMetaData().getColumnCount();
        while (rows.next()) {
          lines.add(String.valueOf(rows.getString(last)));
        }
      }
      return lines.size();
    });
    return Collections.unmodifiableList(lines);
  }
}
