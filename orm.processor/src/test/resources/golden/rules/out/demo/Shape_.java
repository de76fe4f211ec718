// Generated from demo.Shape; edit that interface instead.
package demo;

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

  /** Column {@code size}. */
  public final NumberColumn<Shape, Integer> size =
      new NumberColumn<>(source, "size", Integer.class);

  private @Nullable Circle_ circlePath;
  private @Nullable Square_ squarePath;

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

  /**
   * The same rows seen as {@link Shape.Square}, without a join; the columns of other rows are null.
   */
  public Square_ square() {
    Square_ path = squarePath;
    if (path == null) {
      path = new Square_(source.subtype("square"));
      squarePath = path;
    }
    return path;
  }

  /** Is a {@link Shape.Circle}. */
  public Condition isCircle() {
    return kind.eq("circle");
  }

  /** Is a {@link Shape.Square}. */
  public Condition isSquare() {
    return kind.eq("square");
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Shape, Long> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Shape read(Row row) {
      String kind = row.nextText();
      return switch (kind) {
        case "circle" -> Circle_.readRest(row);
        case "square" -> Square_.readRest(row);
        default -> {
          Failure failure = Failure.of(ErrorCode.MAPPING_FAILED, "Cannot read Shape");
          throw new MappingException(
              failure.because("shape.kind is " + kind + ", which no subtype has"));
        }
      };
    }

    @Override
    public void write(Shape shape, Binder out) {
      if (shape instanceof Shape.Circle circle) {
        Circle_.CIRCLE.mapping().write(circle, out);
        return;
      }
      Shape.Square square = (Shape.Square) shape;
      Square_.SQUARE.mapping().write(square, out);
    }

    @Override
    public Shape beforeInsert(Shape shape, Stamp stamp) {
      if (shape instanceof Shape.Circle circle) {
        return Circle_.CIRCLE.mapping().beforeInsert(circle, stamp);
      }
      Shape.Square square = (Shape.Square) shape;
      return Square_.SQUARE.mapping().beforeInsert(square, stamp);
    }

    @Override
    public Shape beforeUpdate(Shape shape, Stamp stamp) {
      if (shape instanceof Shape.Circle circle) {
        return Circle_.CIRCLE.mapping().beforeUpdate(circle, stamp);
      }
      Shape.Square square = (Shape.Square) shape;
      return Square_.SQUARE.mapping().beforeUpdate(square, stamp);
    }

    @Override
    public Shape withGenerated(Shape shape, Row row) {
      if (shape instanceof Shape.Circle circle) {
        return Circle_.CIRCLE.mapping().withGenerated(circle, row);
      }
      Shape.Square square = (Shape.Square) shape;
      return Square_.SQUARE.mapping().withGenerated(square, row);
    }

    @Override
    public Shape withNextVersion(Shape shape) {
      if (shape instanceof Shape.Circle circle) {
        return Circle_.CIRCLE.mapping().withNextVersion(circle);
      }
      Shape.Square square = (Shape.Square) shape;
      return Square_.SQUARE.mapping().withNextVersion(square);
    }

    @Override
    public @Nullable Long key(Shape shape) {
      if (shape instanceof Shape.Circle circle) {
        return Circle_.CIRCLE.mapping().key(circle);
      }
      Shape.Square square = (Shape.Square) shape;
      return Square_.SQUARE.mapping().key(square);
    }

    @Override
    public void writeKey(Long key, Binder out) {
      out.bind(key);
    }

    @Override
    public String schema() {
      return """
          table shape
          column kind enum(circle, square)
          column id bigint
          column size int
          column turn int for (square)
          discriminator kind
          primary key (id)
          check shape_size_min "{size} >= 1"
          check shape_turn_max "{turn} <= 90"
          """;
    }

    @Override
    public String schemaHash() {
      return "44b334ac3a553e53";
    }
  }
}
