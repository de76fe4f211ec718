// Generated from demo.Shape.Circle; edit that record instead.
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

/** The rows of table {@code shape} that are {@link Shape.Circle}. */
@Generated("orm.processor")
@NullMarked
public final class Circle_ extends EntityTable<Shape.Circle, Long> {
  /** The table under its own name. */
  public static final Circle_ CIRCLE = new Circle_(Source.root());

  /** Column {@code id}. */
  public final ComparableColumn<Shape.Circle, Long> id =
      new ComparableColumn<>(source, "id", Long.class);

  /** Column {@code radius}. */
  public final NumberColumn<Shape.Circle, Integer> radius =
      new NumberColumn<>(source, "radius", Integer.class);

  /** Makes an instance of the table, for a path or an alias. */
  public Circle_(Source<Shape.Circle> source) {
    super("shape", narrow(source), Mapping.INSTANCE);
  }

  @Override
  public Circle_ as(String alias) {
    return new Circle_(source.as(alias));
  }

  /** A copy to be changed: {@code Circle_.edit(circle).radius(…).done()}. */
  public static Edit edit(Shape.Circle circle) {
    return new Edit(circle);
  }

  /** Reads the columns behind the discriminator. */
  static Shape.Circle readRest(Row row) {
    return Mapping.readRest(row);
  }

  private static Source<Shape.Circle> narrow(Source<Shape.Circle> source) {
    if (source.kind() == Source.Kind.SUBTYPE) {
      return source;
    }
    return source.of(Mapping.INSTANCE).subtype("circle");
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Shape.Circle, Long> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Shape.Circle read(Row row) {
      row.skip(1);
      return readRest(row);
    }

    static Shape.Circle readRest(Row row) {
      long id = row.nextLong();
      int radius = row.nextInt();
      return new Shape.Circle(id, radius);
    }

    @Override
    public void write(Shape.Circle circle, Binder out) {
      out.bind("circle");
      out.bind(circle.id());
      out.bind(circle.radius());
    }

    @Override
    public Shape.Circle beforeInsert(Shape.Circle circle, Stamp stamp) {
      return circle;
    }

    @Override
    public Shape.Circle beforeUpdate(Shape.Circle circle, Stamp stamp) {
      return circle;
    }

    @Override
    public Shape.Circle withGenerated(Shape.Circle circle, Row row) {
      return circle;
    }

    @Override
    public Shape.Circle withNextVersion(Shape.Circle circle) {
      return circle;
    }

    @Override
    public Long key(Shape.Circle circle) {
      return circle.id();
    }

    @Override
    public void writeKey(Long key, Binder out) {
      out.bind(key);
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

  /** Changes components of {@link Shape.Circle} one by one. */
  public static final class Edit {
    private long id;
    private int radius;

    private Edit(Shape.Circle circle) {
      id = circle.id();
      radius = circle.radius();
    }

    /** Changes {@code id}. */
    public Edit id(long id) {
      this.id = id;
      return this;
    }

    /** Changes {@code radius}. */
    public Edit radius(int radius) {
      this.radius = radius;
      return this;
    }

    /** {@return the record with the changes} */
    public Shape.Circle done() {
      return new Shape.Circle(id, radius);
    }
  }
}
