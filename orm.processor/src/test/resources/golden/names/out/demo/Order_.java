// Generated from demo.Order; edit that record instead.
package demo;

import java.time.Instant;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import orm.api.expression.ComparableColumn;
import orm.api.expression.Source;
import orm.api.expression.TextColumn;
import orm.api.expression.TimeColumn;
import orm.api.model.EntityTable;
import orm.api.model.Ref;
import orm.api.model.RefColumn;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;
import orm.spi.mapping.Stored;

/** Table {@code order}, whose rows are {@link Order}. */
@Generated("orm.processor")
@NullMarked
public final class Order_ extends EntityTable<Order, Integer> {
  /** The table under its own name. */
  public static final Order_ ORDER = new Order_(Source.root());

  /** Column {@code select}. */
  public final ComparableColumn<Order, Integer> select =
      new ComparableColumn<>(super.source, "select", Integer.class);

  /** Column {@code from}. */
  public final TextColumn<Order> from = new TextColumn<>(super.source, "from");

  /** Column {@code GROUP}. */
  public final TextColumn<Order> group = new TextColumn<>(super.source, "GROUP");

  /** Column {@code name}. */
  public final TextColumn<Order> name = new TextColumn<>(super.source, "name");

  /** Column {@code source}. */
  public final TextColumn<Order> source = new TextColumn<>(super.source, "source");

  /** Column {@code as}. */
  public final TextColumn<Order> as = new TextColumn<>(super.source, "as");

  /** Column {@code target}. */
  public final TextColumn<Order> target = new TextColumn<>(super.source, "target");

  /** Column {@code mapping}. */
  public final TextColumn<Order> mapping = new TextColumn<>(super.source, "mapping");

  /** Column {@code edit}. */
  public final TextColumn<Order> edit = new TextColumn<>(super.source, "edit");

  /** Column {@code schema}. */
  public final TextColumn<Order> schema = new TextColumn<>(super.source, "schema");

  /** Column {@code key}. */
  public final TextColumn<Order> key = new TextColumn<>(super.source, "key");

  /** Column {@code row}. */
  public final TextColumn<Order> row = new TextColumn<>(super.source, "row");

  /** Column {@code out}. */
  public final TextColumn<Order> out = new TextColumn<>(super.source, "out");

  /** Column {@code stamp}. */
  public final TimeColumn<Order, Instant> stamp =
      new TimeColumn<>(super.source, "stamp", Instant.class);

  /** Column {@code order}. */
  public final TimeColumn<Order, Instant> order =
      new TimeColumn<>(super.source, "order", Instant.class);

  /** Column {@code done}. */
  public final TextColumn<Order> done = new TextColumn<>(super.source, "done");

  /** Column {@code path}. */
  public final TextColumn<Order> path = new TextColumn<>(super.source, "path");

  /** Column {@code after_id}. */
  public final RefColumn<Order, Order, Integer> after =
      new RefColumn<>(this, "after", Mapping::orderKey);

  /** Column {@code after_path}. */
  public final TextColumn<Order> afterPath = new TextColumn<>(super.source, "after_path");

  /** What may be null; compilers do not see it in the class file of the record. */
  static final String NULLABLE_COMPONENTS = "after";

  private @Nullable Order_ afterPath_;

  /** Makes an instance of the table, for a path or an alias. */
  public Order_(Source<Order> source) {
    super("order", source, Mapping.INSTANCE);
  }

  @Override
  public Order_ as(String alias) {
    return new Order_(super.source.as(alias));
  }

  @Override
  public EntityTable<?, ?> target(String component) {
    return switch (component) {
      case "after" -> Order_.ORDER;
      default -> super.target(component);
    };
  }

  /** The row that {@code after} leads to, joined if it is used. */
  public Order_ after() {
    Order_ path = afterPath_;
    if (path == null) {
      path = new Order_(after.path());
      afterPath_ = path;
    }
    return path;
  }

  /** A copy to be changed: {@code Order_.edit(order).from(…).done()}. */
  public static Edit edit(Order order) {
    return new Edit(order);
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Order, Integer> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Order read(Row row) {
      return new Order(
          row.nextInt(),
          row.nextText(),
          row.nextText(),
          row.nextText(),
          row.nextText(),
          row.nextText(),
          row.nextText(),
          row.nextText(),
          row.nextText(),
          row.nextText(),
          row.nextText(),
          row.nextText(),
          row.nextText(),
          row.nextInstant(),
          row.nextInstant(),
          row.nextText(),
          row.nextText(),
          Order_.ORDER.refOrNull(row.nextIntOrNull()),
          row.nextText());
    }

    @Override
    public void write(Order order, Binder out) {
      out.bind(order.select());
      out.bind(order.from());
      out.bind(order.group());
      out.bind(order.name());
      out.bind(order.source());
      out.bind(order.as());
      out.bind(order.target());
      out.bind(order.mapping());
      out.bind(order.edit());
      out.bind(order.schema());
      out.bind(order.key());
      out.bind(order.row());
      out.bind(order.out());
      out.bind(order.stamp());
      out.bind(order.order());
      out.bind(order.done());
      out.bind(order.path());
      out.bind(Order_.ORDER.keyOrNull(order.after()));
      out.bind(order.afterPath());
    }

    @Override
    public Order beforeInsert(Order value, Stamp write) {
      Instant stamp = Stored.form(value.stamp());
      Instant order = Stored.form(value.order());
      if (stamp == value.stamp() && order == value.order()) {
        return value;
      }
      return edit(value).stamp(stamp).order(order).done();
    }

    @Override
    public Order beforeUpdate(Order value, Stamp write) {
      return beforeInsert(value, write);
    }

    @Override
    public Order withGenerated(Order order, Row row) {
      return order;
    }

    @Override
    public Order withNextVersion(Order order) {
      return order;
    }

    @Override
    public Integer key(Order order) {
      return order.select();
    }

    @Override
    public void writeKey(Integer key, Binder out) {
      out.bind(key);
    }

    @Override
    public String schema() {
      return """
          table order
          column select int
          column from text
          column GROUP text component group
          column name text
          column source text
          column as text
          column target text
          column mapping text
          column edit text
          column schema text
          column key text
          column row text
          column out text
          column stamp instant
          column order instant
          column done text
          column path text
          column after_id int component after null
          column after_path text
          primary key (select)
          reference after (after_id) -> order (select)
          """;
    }

    @Override
    public String schemaHash() {
      return "df762aa782ac66b2";
    }

    static Integer orderKey(Row row) {
      return row.nextIntOrNull();
    }
  }

  /** Changes components of {@link Order} one by one. */
  public static final class Edit {
    private int select;
    private String from;
    private String group;
    private String name;
    private String source;
    private String as;
    private String target;
    private String mapping;
    private String edit;
    private String schema;
    private String key;
    private String row;
    private String out;
    private Instant stamp;
    private Instant order;
    private String done;
    private String path;
    private @Nullable Ref<Order> after;
    private String afterPath;

    private Edit(Order value) {
      select = value.select();
      from = value.from();
      group = value.group();
      name = value.name();
      source = value.source();
      as = value.as();
      target = value.target();
      mapping = value.mapping();
      edit = value.edit();
      schema = value.schema();
      key = value.key();
      row = value.row();
      out = value.out();
      stamp = value.stamp();
      order = value.order();
      done = value.done();
      path = value.path();
      after = value.after();
      afterPath = value.afterPath();
    }

    /** Changes {@code select}. */
    public Edit select(int select) {
      this.select = select;
      return this;
    }

    /** Changes {@code from}. */
    public Edit from(String from) {
      this.from = from;
      return this;
    }

    /** Changes {@code group}. */
    public Edit group(String group) {
      this.group = group;
      return this;
    }

    /** Changes {@code name}. */
    public Edit name(String name) {
      this.name = name;
      return this;
    }

    /** Changes {@code source}. */
    public Edit source(String source) {
      this.source = source;
      return this;
    }

    /** Changes {@code as}. */
    public Edit as(String as) {
      this.as = as;
      return this;
    }

    /** Changes {@code target}. */
    public Edit target(String target) {
      this.target = target;
      return this;
    }

    /** Changes {@code mapping}. */
    public Edit mapping(String mapping) {
      this.mapping = mapping;
      return this;
    }

    /** Changes {@code edit}. */
    public Edit edit(String edit) {
      this.edit = edit;
      return this;
    }

    /** Changes {@code schema}. */
    public Edit schema(String schema) {
      this.schema = schema;
      return this;
    }

    /** Changes {@code key}. */
    public Edit key(String key) {
      this.key = key;
      return this;
    }

    /** Changes {@code row}. */
    public Edit row(String row) {
      this.row = row;
      return this;
    }

    /** Changes {@code out}. */
    public Edit out(String out) {
      this.out = out;
      return this;
    }

    /** Changes {@code stamp}. */
    public Edit stamp(Instant stamp) {
      this.stamp = stamp;
      return this;
    }

    /** Changes {@code order}. */
    public Edit order(Instant order) {
      this.order = order;
      return this;
    }

    /** Changes {@code done}. */
    public Edit done(String done) {
      this.done = done;
      return this;
    }

    /** Changes {@code path}. */
    public Edit path(String path) {
      this.path = path;
      return this;
    }

    /** Changes {@code after}. */
    public Edit after(@Nullable Ref<Order> after) {
      this.after = after;
      return this;
    }

    /** Changes {@code afterPath}. */
    public Edit afterPath(String afterPath) {
      this.afterPath = afterPath;
      return this;
    }

    /** {@return the record with the changes} */
    public Order done() {
      return new Order(
          select,
          from,
          group,
          name,
          source,
          as,
          target,
          mapping,
          edit,
          schema,
          key,
          row,
          out,
          stamp,
          order,
          done,
          path,
          after,
          afterPath);
    }
  }
}
