package orm.engine.execute;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.LoadStrategy;
import orm.api.expression.Column;
import orm.api.expression.Condition;
import orm.api.expression.Expression;
import orm.api.expression.Fragment;
import orm.api.expression.Operator;
import orm.api.expression.Param;
import orm.api.expression.Selectable;
import orm.api.expression.Source;
import orm.api.expression.Subquery;
import orm.api.expression.TreeVisitor;
import orm.api.expression.Window;
import orm.api.query.Select;
import orm.engine.render.RenderedSql;
import orm.spi.mapping.RowReader;

/**
 * The parts of rows that hold lists, for one execution. Parts are read when their row passes; lists
 * come later, for all rows at once; then the rows are assembled, so that no constructor ever sees a
 * list that is not complete.
 */
final class RowTree {
  private final Part root;
  private final List<Lists> lists = new ArrayList<>();

  /** The lists whose elements stand beside the rows; null for none. */
  private final @Nullable Lists joined;

  /** The number of columns of a row itself, where elements stand beside it. */
  private final int width;

  /** The number of the row that was read last, where elements stand beside it. */
  private long last;

  private RowTree(Selectable<?> result, RenderedSql sql) {
    this.root = part(result, sql.nested().iterator());
    this.joined = lists.stream().filter(Lists::joined).findFirst().orElse(null);
    this.width =
        joined == null ? 0 : sql.shape().size() - 1 - joined.sql().shape().size();
  }

  /** Takes apart the result of a statement. */
  static RowTree of(Selectable<?> result, RenderedSql sql) {
    return new RowTree(result, sql);
  }

  /** The lists that have to be read before rows can be assembled. */
  List<Lists> lists() {
    return lists;
  }

  /**
   * Reads the parts of a row and notes the keys of its lists. What only brings one more element for
   * the row before adds nothing.
   */
  void read(JdbcRow row, List<@Nullable Object> into) {
    if (begins(row)) {
      into.add(root.read(row));
    }
    end(row);
  }

  /** Whether another row than the last one begins; leaves out the columns of the same one. */
  private boolean begins(JdbcRow row) {
    if (joined == null) {
      return true;
    }
    long number = row.nextLong();
    if (number == last) {
      row.skip(width);
      return false;
    }
    last = number;
    return true;
  }

  private void end(JdbcRow row) {
    if (joined != null) {
      joined.take(row);
    }
  }

  /** Makes the value of a row from its parts. */
  @Nullable
  Object assemble(@Nullable Object parts, JdbcRow row) {
    return root.assemble(parts, row);
  }

  /** A part of a row. */
  private interface Part {
    @Nullable
    Object read(JdbcRow row);

    @Nullable
    Object assemble(@Nullable Object read, JdbcRow row);
  }

  private Part part(Selectable<?> selectable, Iterator<RenderedSql.Nested> nested) {
    return selectable.accept(new Parts(selectable, nested));
  }

  /** A part without lists. */
  private record Flat(RowReader<?> reader) implements Part {
    @Override
    public @Nullable Object read(JdbcRow row) {
      return reader.read(row);
    }

    @Override
    public @Nullable Object assemble(@Nullable Object read, JdbcRow row) {
      return read;
    }
  }

  /** A value made of parts. */
  private record Group(RowReader<?> reader, List<Part> parts) implements Part {
    @Override
    public Object read(JdbcRow row) {
      @Nullable Object[] values = new Object[parts.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = parts.get(i).read(row);
      }
      return values;
    }

    @Override
    public @Nullable Object assemble(@Nullable Object read, JdbcRow row) {
      @Nullable Object[] values = (Object[]) Objects.requireNonNull(read);
      for (int i = 0; i < values.length; i++) {
        values[i] = parts.get(i).assemble(values[i], row);
      }
      return row.assemble(reader, values);
    }
  }

  /** A value made of parts that an outer join may have left away. */
  private record Maybe(RowReader<?> reader, Part part) implements Part {
    @Override
    public @Nullable Object read(JdbcRow row) {
      return row.skipAbsent() ? null : part.read(row);
    }

    @Override
    public @Nullable Object assemble(@Nullable Object read, JdbcRow row) {
      Object value = read == null ? null : part.assemble(read, row);
      return row.assemble(reader, new Object[] {value});
    }
  }

  /** Lists, one for each row. */
  static final class Lists implements Part {
    private final RenderedSql.Nested nested;
    private final RowTree elements;
    private final Map<Object, List<@Nullable Object>> byKey = new LinkedHashMap<>();

    /** Whether no row before the current one had its list; two rows may share one. */
    private boolean first;

    Lists(RenderedSql.Nested nested, RowTree elements) {
      this.nested = nested;
      this.elements = elements;
    }

    RenderedSql sql() {
      return nested.sql();
    }

    /** Whether the elements stand beside the rows that they belong to. */
    boolean joined() {
      return nested.joined();
    }

    RowTree elements() {
      return elements;
    }

    boolean isEmpty() {
      return byKey.isEmpty();
    }

    /** The keys that were noted, column by column. */
    List<List<Object>> keys() {
      if (nested.keyColumns() == 1) {
        return List.of(List.copyOf(byKey.keySet()));
      }
      List<List<Object>> columns = new ArrayList<>();
      for (int i = 0; i < nested.keyColumns(); i++) {
        List<Object> column = new ArrayList<>(byKey.size());
        for (Object key : byKey.keySet()) {
          column.add(((List<?>) key).get(i));
        }
        columns.add(column);
      }
      return columns;
    }

    /** Forgets the lists, and those inside their elements, before the next rows are read. */
    void clear() {
      byKey.clear();
      elements.last = 0;
      elements.lists().forEach(Lists::clear);
    }

    /** Takes an element, whose first columns are its key; a row without elements brings nulls. */
    void take(JdbcRow row) {
      if (joined() && !first) {
        return;
      }
      if (elements.begins(row)) {
        Object key = row.nextKey(nested.keyColumns());
        if (key == null) {
          return;
        }
        Object element = elements.root.read(row);
        List<@Nullable Object> list = byKey.get(key);
        if (list != null) {
          list.add(element);
        }
      }
      elements.end(row);
    }

    /** Makes the elements from their parts, when all of their own lists are there. */
    void complete(JdbcRow row) {
      boolean whole = elements.root instanceof Flat;
      for (Map.Entry<Object, List<@Nullable Object>> entry : byKey.entrySet()) {
        List<@Nullable Object> list = entry.getValue();
        if (!whole) {
          list.replaceAll(element -> elements.assemble(element, row));
        }
        entry.setValue(Collections.unmodifiableList(list));
      }
    }

    @Override
    public @Nullable Object read(JdbcRow row) {
      Object key = row.nextKey(nested.keyColumns());
      first = key != null && byKey.putIfAbsent(key, new ArrayList<>()) == null;
      return key;
    }

    @Override
    public @Nullable Object assemble(@Nullable Object read, JdbcRow row) {
      List<?> list = read == null ? null : byKey.get(read);
      return list == null ? List.of() : list;
    }
  }

  /** Finds out what a selectable is. */
  private final class Parts implements TreeVisitor<Part> {
    private final Selectable<?> self;
    private final Iterator<RenderedSql.Nested> nested;

    Parts(Selectable<?> self, Iterator<RenderedSql.Nested> nested) {
      this.self = self;
      this.nested = nested;
    }

    private Part flat() {
      return new Flat(self.reader());
    }

    @Override
    public Part column(Column<?, ?> column) {
      return flat();
    }

    @Override
    public Part value(Object value) {
      return flat();
    }

    @Override
    public Part param(Param<?> parameter) {
      return flat();
    }

    @Override
    public Part call(Operator operator, List<Expression<?>> arguments) {
      return flat();
    }

    @Override
    public Part over(Expression<?> function, Window window) {
      return flat();
    }

    @Override
    public Part related(Source<?> path, List<Condition> all) {
      return flat();
    }

    @Override
    public Part fragment(Fragment fragment) {
      return flat();
    }

    @Override
    public Part table(Source<?> source, RowReader<?> reader) {
      return flat();
    }

    @Override
    public Part subquery(Subquery<?> query) {
      return flat();
    }

    @Override
    public Part optional(Selectable<?> part) {
      Part inner = part(part, nested);
      return inner instanceof Flat ? flat() : new Maybe(self.reader(), inner);
    }

    @Override
    public Part row(List<Selectable<?>> all, RowReader<?> reader) {
      List<Part> parts = new ArrayList<>(all.size());
      boolean hasLists = false;
      for (Selectable<?> each : all) {
        Part part = part(each, nested);
        hasLists |= !(part instanceof Flat);
        parts.add(part);
      }
      return hasLists ? new Group(reader, List.copyOf(parts)) : flat();
    }

    @Override
    public Part many(Subquery<?> query, LoadStrategy strategy) {
      RenderedSql.Nested statement = nested.next();
      Lists found =
          new Lists(statement, RowTree.of(((Select<?>) query).tree().result(), statement.sql()));
      lists.add(found);
      return found;
    }
  }
}
