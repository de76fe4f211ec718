package orm.engine;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orm.api.error.ConnectionException;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.InvalidQueryException;
import orm.api.error.OrmException;
import orm.api.expression.Source;
import orm.api.model.EntityTable;
import orm.api.model.Table;
import orm.api.query.Results;
import orm.api.sql.SqlResult;
import orm.api.sql.SqlStatement;
import orm.engine.EngineOperations.Access;
import orm.engine.EngineOperations.AccessRule;
import orm.engine.TextResults.LayoutRule;
import orm.engine.cache.Writes;
import orm.engine.execute.Executor.Call;
import orm.engine.execute.RowLayout;
import orm.engine.generation.Generation;
import orm.engine.plan.BoundValue;
import orm.engine.plan.ColumnModel;
import orm.engine.plan.Converters;
import orm.engine.plan.RowShape;
import orm.engine.plan.TableModel;
import orm.engine.render.TextRenderer.Sent;
import orm.engine.sql.ParsedSql;
import orm.spi.mapping.RowReader;

/** A statement that was written as text, and where it runs. Immutable. */
final class TextStatement implements SqlStatement {
  private final EngineOperations operations;
  private final String text;
  private final Map<String, Argument> arguments;
  private final Duration timeout;
  private final @Nullable String label;
  private final @Nullable Touched touched;

  /**
   * What is known to be written.
   *
   * @param tables tables of entities
   * @param link the name of a link table in the database; null for none
   */
  private record Touched(
      List<EntityTable<?, ?>> tables, @Nullable String link) {}

  /** What was given for a parameter; its type is known where it runs. */
  private interface Argument {
    BoundValue bind(String name, Converters converters);
  }

  private TextStatement(
      EngineOperations operations,
      String text,
      Map<String, Argument> arguments,
      Duration timeout,
      @Nullable String label,
      @Nullable Touched touched) {
    this.operations = operations;
    this.text = text;
    this.arguments = arguments;
    this.timeout = timeout;
    this.label = label;
    this.touched = touched;
  }

  static TextStatement of(EngineOperations operations, String text) {
    Objects.requireNonNull(text, "text");
    return new TextStatement(operations, text, Map.of(), Duration.ZERO, null, null);
  }

  @Override
  public TextStatement bind(String name, Object value) {
    Objects.requireNonNull(value, () -> "the value of :" + name + " is null; use bindNull");
    return with(name, (key, converters) -> BoundValue.of(key, value, converters));
  }

  @Override
  public TextStatement bindNull(String name, Class<?> type) {
    Objects.requireNonNull(type, "type");
    return with(name, (key, converters) -> BoundValue.ofNull(key, type, converters));
  }

  @Override
  public TextStatement bindList(String name, Collection<?> values) {
    List<?> copy = List.copyOf(values);
    return with(name, (key, converters) -> BoundValue.ofElements(key, copy, converters));
  }

  private TextStatement with(String name, Argument argument) {
    Objects.requireNonNull(name, "name");
    Map<String, Argument> more = new LinkedHashMap<>(arguments);
    more.put(name, argument);
    return new TextStatement(
        operations, text, Collections.unmodifiableMap(more), timeout, label, touched);
  }

  @Override
  public TextStatement timeout(Duration limit) {
    if (limit.isNegative()) {
      throw new IllegalArgumentException("timeout must not be negative");
    }
    return new TextStatement(operations, text, arguments, limit, label, touched);
  }

  @Override
  public TextStatement label(String name) {
    Objects.requireNonNull(name, "label");
    return new TextStatement(operations, text, arguments, timeout, name, touched);
  }

  @Override
  public TextStatement touching(EntityTable<?, ?>... tables) {
    return with(new Touched(List.of(tables), null));
  }

  /** Writes to a link table only, which has its name in the database. */
  TextStatement touchingLinks(String table) {
    return with(new Touched(List.of(), table));
  }

  private TextStatement with(Touched tables) {
    return new TextStatement(operations, text, arguments, timeout, label, tables);
  }

  /** Tells what is about to be written. */
  private void announce(ParsedSql parsed, Generation generation, Writes writes) {
    if (touched == null) {
      if (!parsed.isPlain()) {
        writes.everything();
      }
      return;
    }
    for (EntityTable<?, ?> table : touched.tables()) {
      writes.table(generation.models().of(table.mapping()), true);
    }
    if (touched.link() != null) {
      writes.links(touched.link());
    }
  }

  /** Runs the statement; what it may write counts as under way meanwhile. */
  <T> T counted(Session session, Supplier<T> run) {
    Generation generation = session.generation();
    ParsedSql parsed = parsed(generation);
    if (touched == null && parsed.isPlain()) {
      return run.get();
    }
    if (session.writes() != Writes.NONE) {
      announce(parsed, generation, session.writes());
      return run.get();
    }
    Writes own = generation.beginWrites(); // a select that calls a function, which may write
    boolean known = false;
    try {
      announce(parsed, generation, own);
      T result = run.get();
      session.tell(own);
      known = true;
      return result;
    } catch (OrmException failed) {
      known = !(failed instanceof ConnectionException);
      throw failed;
    } finally {
      own.end(known);
    }
  }

  @Override
  public <R> Results<R> into(Function<Source<R>, ? extends Table<R>> type) {
    Table<R> table = type.apply(Source.root());
    return new TextResults<>(this, generation -> layout(table, generation), table.reader());
  }

  private static RowLayout layout(Table<?> table, Generation generation) {
    Source<?> source = table.source();
    Converters converters = generation.converters();
    if (!source.isEntity()) {
      List<String> names =
          source.columns().stream().map(generation.models()::databaseName).toList();
      return RowLayout.byLabel(converters, table.name(), names, null);
    }
    TableModel model = generation.models().of(source.mapping());
    List<String> names = model.columns().stream().map(ColumnModel::name).toList();
    return RowLayout.byLabel(
        converters, model.entity(), names, RowShape.ofColumns(model.columns()));
  }

  @Override
  public <R> Results<R> map(RowReader<R> reader) {
    Objects.requireNonNull(reader, "reader");
    LayoutRule inOrder = generation -> RowLayout.inOrder(generation.converters());
    return new TextResults<>(this, inOrder, reader);
  }

  @Override
  public long execute() {
    Prepared prepared = new Prepared(false);
    return operations.run(
        prepared,
        session -> counted(
            session,
            () -> session
                .generation()
                .textExecutor()
                .change(call(session), prepared.sent(), prepared.reads())));
  }

  @Override
  public long[] batch(Collection<? extends Map<String, ?>> rows) {
    if (rows.isEmpty()) {
      return new long[0];
    }
    BatchRun batch = new BatchRun(this, List.copyOf(rows));
    return operations.run(batch, batch);
  }

  @Override
  public SqlResult result(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("take at least one row, not " + most);
    }
    Prepared prepared = new Prepared(true);
    return operations.run(
        prepared,
        session -> counted(
            session,
            () ->
                session.generation().textExecutor().result(call(session), prepared.sent(), most)));
  }

  ParsedSql parsed(Generation generation) {
    return generation.text(text);
  }

  /** The values that were given, typed for a database. */
  Map<String, BoundValue> bound(Generation generation) {
    Map<String, BoundValue> values = new LinkedHashMap<>();
    arguments.forEach(
        (name, argument) -> values.put(name, argument.bind(name, generation.converters())));
    return values;
  }

  /** Refuses a value without a parameter, and the other way round. */
  static void requireComplete(ParsedSql parsed, Collection<String> given) {
    List<String> missing =
        parsed.names().stream().filter(name -> !given.contains(name)).toList();
    List<String> surplus =
        given.stream().filter(name -> !parsed.names().contains(name)).toList();
    if (!missing.isEmpty()) {
      throw incomplete(
          "no value was given for " + names(missing), "Give each parameter a value with bind.");
    }
    if (!surplus.isEmpty()) {
      throw incomplete(
          "a value was given for " + names(surplus) + ", but the text has no such parameter",
          "Correct the name; in quotes, comments and slices a colon begins no parameter.");
    }
  }

  private static String names(List<String> names) {
    return names.stream().map(name -> ":" + name).collect(Collectors.joining(", "));
  }

  private static InvalidQueryException incomplete(String why, String fix) {
    return new InvalidQueryException(Failure.of(ErrorCode.INVALID_QUERY, "Cannot run the SQL text")
        .because(why)
        .fix(fix));
  }

  EngineOperations operations() {
    return operations;
  }

  Call call(Session session) {
    return session.call(what(), timeout);
  }

  /** What is run, for messages. */
  String what() {
    return label == null ? "run the SQL text" : "run \"" + label + "\"";
  }

  Prepared prepared(boolean givesRows) {
    return new Prepared(givesRows);
  }

  /**
   * One execution. It is prepared as soon as it is known where it runs, so that what is wrong with
   * it never touches a transaction.
   */
  final class Prepared implements AccessRule {
    private final boolean givesRows;
    private @Nullable Sent sent;
    private boolean reads;
    private boolean alone;

    Prepared(boolean givesRows) {
      this.givesRows = givesRows;
    }

    @Override
    public Access of(Generation generation) {
      if (sent == null) { // a transaction that is made for it asks again
        ParsedSql parsed = parsed(generation);
        requireComplete(parsed, arguments.keySet());
        sent = generation.textRenderer().render(parsed, bound(generation));
        reads = parsed.reads();
        alone = !parsed.changesRows();
      }
      if (reads) {
        return Access.READ;
      }
      // rows that cannot be read must not leave behind what was written
      return givesRows ? Access.ATOMIC : alone ? Access.ALONE : Access.WRITE;
    }

    boolean reads() {
      return reads;
    }

    Sent sent() {
      return Objects.requireNonNull(sent, "access is asked first");
    }
  }
}
