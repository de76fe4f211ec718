// Generated from demo.Ellipse; edit that record instead.
package demo;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import orm.api.expression.ComparableColumn;
import orm.api.expression.NumberColumn;
import orm.api.expression.Source;
import orm.api.model.EntityTable;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;

/** The rows of table {@code figure} that are {@link Ellipse}. */
@Generated("orm.processor")
@NullMarked
public final class Ellipse_ extends EntityTable<Ellipse, Shape_.Key> {
  /** The table under its own name. */
  public static final Ellipse_ ELLIPSE = new Ellipse_(Source.root());

  /** Column {@code layer}. */
  public final ComparableColumn<Ellipse, Integer> layer =
      new ComparableColumn<>(source, "layer", Integer.class);

  /** Column {@code number}. */
  public final ComparableColumn<Ellipse, Integer> number =
      new ComparableColumn<>(source, "number", Integer.class);

  /** The columns of {@code centre}. */
  public final Point_<Ellipse> centre = new Point_<>(source, "centre_");

  /** Column {@code a}. */
  public final NumberColumn<Ellipse, Double> a = new NumberColumn<>(source, "a", Double.class);

  /** Column {@code b}. */
  public final NumberColumn<Ellipse, Double> b = new NumberColumn<>(source, "b", Double.class);

  /** Makes an instance of the table, for a path or an alias. */
  public Ellipse_(Source<Ellipse> source) {
    super("figure", narrow(source), Mapping.INSTANCE);
  }

  @Override
  public Ellipse_ as(String alias) {
    return new Ellipse_(source.as(alias));
  }

  /** A copy to be changed: {@code Ellipse_.edit(ellipse).number(…).done()}. */
  public static Edit edit(Ellipse ellipse) {
    return new Edit(ellipse);
  }

  /** Reads the columns behind the discriminator. */
  static Ellipse readRest(Row row) {
    return Mapping.readRest(row);
  }

  private static Source<Ellipse> narrow(Source<Ellipse> source) {
    if (source.kind() == Source.Kind.SUBTYPE) {
      return source;
    }
    return source.of(Mapping.INSTANCE).subtype("2-axes");
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Ellipse, Shape_.Key> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Ellipse read(Row row) {
      row.skip(1);
      return readRest(row);
    }

    static Ellipse readRest(Row row) {
      int layer = row.nextInt();
      int number = row.nextInt();
      Point centre = Point_.read(row);
      row.skip(1);
      double a = row.nextDouble();
      double b = row.nextDouble();
      row.skip(1);
      return new Ellipse(layer, number, centre, a, b);
    }

    @Override
    public void write(Ellipse ellipse, Binder out) {
      out.bind("2-axes");
      out.bind(ellipse.layer());
      out.bind(ellipse.number());
      Point_.write(ellipse.centre(), out);
      out.bindNulls(1);
      out.bind(ellipse.a());
      out.bind(ellipse.b());
      out.bindNulls(1);
    }

    @Override
    public Ellipse beforeInsert(Ellipse ellipse, Stamp stamp) {
      return ellipse;
    }

    @Override
    public Ellipse beforeUpdate(Ellipse ellipse, Stamp stamp) {
      return ellipse;
    }

    @Override
    public Ellipse withGenerated(Ellipse ellipse, Row row) {
      return ellipse;
    }

    @Override
    public Ellipse withNextVersion(Ellipse ellipse) {
      return ellipse;
    }

    @Override
    public Shape_.Key key(Ellipse ellipse) {
      return new Shape_.Key(ellipse.layer(), ellipse.number());
    }

    @Override
    public void writeKey(Shape_.Key key, Binder out) {
      out.bind(key.layer()).bind(key.number());
    }

    @Override
    public String schema() {
      return Shape_.SHAPE.mapping().schema();
    }

    @Override
    public String schemaHash() {
      return Shape_.SHAPE.mapping().schemaHash();
    }
  }

  /** Changes components of {@link Ellipse} one by one. */
  public static final class Edit {
    private int layer;
    private int number;
    private Point centre;
    private double a;
    private double b;

    private Edit(Ellipse ellipse) {
      layer = ellipse.layer();
      number = ellipse.number();
      centre = ellipse.centre();
      a = ellipse.a();
      b = ellipse.b();
    }

    /** Changes {@code layer}. */
    public Edit layer(int layer) {
      this.layer = layer;
      return this;
    }

    /** Changes {@code number}. */
    public Edit number(int number) {
      this.number = number;
      return this;
    }

    /** Changes {@code centre}. */
    public Edit centre(Point centre) {
      this.centre = centre;
      return this;
    }

    /** Changes {@code a}. */
    public Edit a(double a) {
      this.a = a;
      return this;
    }

    /** Changes {@code b}. */
    public Edit b(double b) {
      this.b = b;
      return this;
    }

    /** {@return the record with the changes} */
    public Ellipse done() {
      return new Ellipse(layer, number, centre, a, b);
    }
  }
}
