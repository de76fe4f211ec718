// Generated from demo.Circle; edit that record instead.
package demo;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import orm.api.expression.ComparableColumn;
import orm.api.expression.NumberColumn;
import orm.api.expression.Source;
import orm.api.model.EntityTable;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;

/** The rows of table {@code figure} that are {@link Circle}. */
@Generated("orm.processor")
@NullMarked
public final class Circle_ extends EntityTable<Circle, Shape_.Key> {
  /** The table under its own name. */
  public static final Circle_ CIRCLE = new Circle_(Source.root());

  /** Column {@code layer}. */
  public final ComparableColumn<Circle, Integer> layer =
      new ComparableColumn<>(source, "layer", Integer.class);

  /** Column {@code number}. */
  public final ComparableColumn<Circle, Integer> number =
      new ComparableColumn<>(source, "number", Integer.class);

  /** The columns of {@code centre}. */
  public final Point_<Circle> centre = new Point_<>(source, "centre_");

  /** Column {@code radius}. */
  public final NumberColumn<Circle, Double> radius =
      new NumberColumn<>(source, "radius", Double.class);

  /** What may be null; compilers do not see it in the class file of the record. */
  static final String NULLABLE_COMPONENTS = "centre";

  /** Makes an instance of the table, for a path or an alias. */
  public Circle_(Source<Circle> source) {
    super("figure", narrow(source), Mapping.INSTANCE);
  }

  @Override
  public Circle_ as(String alias) {
    return new Circle_(source.as(alias));
  }

  /** A copy to be changed: {@code Circle_.edit(circle).number(…).done()}. */
  public static Edit edit(Circle circle) {
    return new Edit(circle);
  }

  /** Reads the columns behind the discriminator. */
  static Circle readRest(Row row) {
    return Mapping.readRest(row);
  }

  private static Source<Circle> narrow(Source<Circle> source) {
    if (source.kind() == Source.Kind.SUBTYPE) {
      return source;
    }
    return source.of(Mapping.INSTANCE).subtype("circle");
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Circle, Shape_.Key> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Circle read(Row row) {
      row.skip(1);
      return readRest(row);
    }

    static Circle readRest(Row row) {
      int layer = row.nextInt();
      int number = row.nextInt();
      Point centre = Point_.readOrNull(row);
      double radius = row.nextDouble();
      row.skip(3);
      return new Circle(layer, number, centre, radius);
    }

    @Override
    public void write(Circle circle, Binder out) {
      out.bind("circle");
      out.bind(circle.layer());
      out.bind(circle.number());
      Point_.write(circle.centre(), out);
      out.bind(circle.radius());
      out.bindNulls(3);
    }

    @Override
    public Circle beforeInsert(Circle circle, Stamp stamp) {
      return circle;
    }

    @Override
    public Circle beforeUpdate(Circle circle, Stamp stamp) {
      return circle;
    }

    @Override
    public Circle withGenerated(Circle circle, Row row) {
      return circle;
    }

    @Override
    public Circle withNextVersion(Circle circle) {
      return circle;
    }

    @Override
    public Shape_.Key key(Circle circle) {
      return new Shape_.Key(circle.layer(), circle.number());
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

  /** Changes components of {@link Circle} one by one. */
  public static final class Edit {
    private int layer;
    private int number;
    private @Nullable Point centre;
    private double radius;

    private Edit(Circle circle) {
      layer = circle.layer();
      number = circle.number();
      centre = circle.centre();
      radius = circle.radius();
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
    public Edit centre(@Nullable Point centre) {
      this.centre = centre;
      return this;
    }

    /** Changes {@code radius}. */
    public Edit radius(double radius) {
      this.radius = radius;
      return this;
    }

    /** {@return the record with the changes} */
    public Circle done() {
      return new Circle(layer, number, centre, radius);
    }
  }
}
