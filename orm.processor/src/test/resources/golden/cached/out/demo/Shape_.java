// Generated from demo.Shape; edit that interface instead.
package demo;

import java.time.Duration;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.MappingException;
import orm.api.expression.ComparableColumn;
import orm.api.expression.Condition;
import orm.api.expression.NumberColumn;
import orm.api.expression.Source;
import orm.api.expression.TextColumn;
import orm.api.model.EntityTable;
import orm.spi.mapping.Binder;
import orm.spi.mapping.Caching;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;

/** Table {@code shape}: every kind of {@link Shape}, told apart by column {@code kind}. */
@Generated("orm.processor")
@NullMarked
public final class Shape_ extends EntityTable<Shape, Long> {
  /** The table under its own name. */
  public static final Shape_ SHAPE = new Shape_(Source.root());

  /** Column {@code kind}, which tells the subtypes apart. */
  public final TextColumn<Shape> kind = new TextColumn<>(source, "kind");

  /** Column {@code id}. */
  public final ComparableColumn<Shape, Long> id = new ComparableColumn<>(source, "id", Long.class);

  /** Column {@code radius}. */
  public final NumberColumn<Shape, Integer> radius =
      new NumberColumn<>(source, "radius", Integer.class);

  private @Nullable Circle_ circlePath;

  /** Makes an instance of the table, for a path or an alias. */
  public Shape_(Source<Shape> source) {
    super("shape", source, Mapping.INSTANCE);
  }

  @Override
  public Shape_ as(String alias) {
    return new Shape_(source.as(alias));
  }

  /**
   * The same rows seen as {@link Shape.Circle}, without a join; the columns of other rows are null.
   */
  public Circle_ circle() {
    Circle_ path = circlePath;
    if (path == null) {
      path = new Circle_(source.subtype("circle"));
      circlePath = path;
    }
    return path;
  }

  /** Is a {@link Shape.Circle}. */
  public Condition isCircle() {
    return kind.eq("circle");
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Shape, Long> {
    static final Mapping INSTANCE = new Mapping();
    private static final Caching CACHING =
        new Caching(Duration.ofMillis(600000L), 10000);

    @Override
    public Shape read(Row row) {
      String kind = row.nextText();
      return switch (kind) {
        case "circle" -> Circle_.readRest(row);
        default -> {
          Failure failure = Failure.of(ErrorCode.MAPPING_FAILED, "Cannot read Shape");
          throw new MappingException(
              failure.because("shape.kind is " + kind + ", which no subtype has"));
        }
      };
    }

    @Override
    public void write(Shape shape, Binder out) {
      Shape.Circle circle = (Shape.Circle) shape;
      Circle_.CIRCLE.mapping().write(circle, out);
    }

    @Override
    public Shape beforeInsert(Shape shape, Stamp stamp) {
      Shape.Circle circle = (Shape.Circle) shape;
      return Circle_.CIRCLE.mapping().beforeInsert(circle, stamp);
    }

    @Override
    public Shape beforeUpdate(Shape shape, Stamp stamp) {
      Shape.Circle circle = (Shape.Circle) shape;
      return Circle_.CIRCLE.mapping().beforeUpdate(circle, stamp);
    }

    @Override
    public Shape withGenerated(Shape shape, Row row) {
      Shape.Circle circle = (Shape.Circle) shape;
      return Circle_.CIRCLE.mapping().withGenerated(circle, row);
    }

    @Override
    public Shape withNextVersion(Shape shape) {
      Shape.Circle circle = (Shape.Circle) shape;
      return Circle_.CIRCLE.mapping().withNextVersion(circle);
    }

    @Override
    public @Nullable Long key(Shape shape) {
      Shape.Circle circle = (Shape.Circle) shape;
      return Circle_.CIRCLE.mapping().key(circle);
    }

    @Override
    public void writeKey(Long key, Binder out) {
      out.bind(key);
    }

    @Override
    public String schema() {
      return """
          table shape
          column kind enum(circle)
          column id bigint
          column radius int
          discriminator kind
          primary key (id)
          """;
    }

    @Override
    public String schemaHash() {
      return "6413f26b2920c012";
    }

    @Override
    public Caching caching() {
      return CACHING;
    }
  }
}
