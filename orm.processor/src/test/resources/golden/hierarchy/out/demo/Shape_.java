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
import orm.api.expression.Source;
import orm.api.expression.TextColumn;
import orm.api.model.EntityTable;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;

/** Table {@code figure}: every kind of {@link Shape}, told apart by column {@code figure_kind}. */
@Generated("orm.processor")
@NullMarked
public final class Shape_ extends EntityTable<Shape, Shape_.Key> {
  /** The table under its own name. */
  public static final Shape_ SHAPE = new Shape_(Source.root());

  /** Column {@code figure_kind}, which tells the subtypes apart. */
  public final TextColumn<Shape> figureKind = new TextColumn<>(source, "figure_kind");

  /** Column {@code layer}. */
  public final ComparableColumn<Shape, Integer> layer =
      new ComparableColumn<>(source, "layer", Integer.class);

  /** Column {@code number}. */
  public final ComparableColumn<Shape, Integer> number =
      new ComparableColumn<>(source, "number", Integer.class);

  private @Nullable Circle_ circlePath;
  private @Nullable Ellipse_ ellipsePath;
  private @Nullable Square_ unitSquarePath;

  /** Makes an instance of the table, for a path or an alias. */
  public Shape_(Source<Shape> source) {
    super("figure", source, Mapping.INSTANCE);
  }

  @Override
  public Shape_ as(String alias) {
    return new Shape_(source.as(alias));
  }

  /** The same rows seen as {@link Circle}, without a join; the columns of other rows are null. */
  public Circle_ circle() {
    Circle_ path = circlePath;
    if (path == null) {
      path = new Circle_(source.subtype("circle"));
      circlePath = path;
    }
    return path;
  }

  /** The same rows seen as {@link Ellipse}, without a join; the columns of other rows are null. */
  public Ellipse_ ellipse() {
    Ellipse_ path = ellipsePath;
    if (path == null) {
      path = new Ellipse_(source.subtype("2-axes"));
      ellipsePath = path;
    }
    return path;
  }

  /** The same rows seen as {@link Square}, without a join; the columns of other rows are null. */
  public Square_ unitSquare() {
    Square_ path = unitSquarePath;
    if (path == null) {
      path = new Square_(source.subtype("unit-square"));
      unitSquarePath = path;
    }
    return path;
  }

  /** Is a {@link Circle}. */
  public Condition isCircle() {
    return figureKind.eq("circle");
  }

  /** Is a {@link Ellipse}. */
  public Condition isEllipse() {
    return figureKind.eq("2-axes");
  }

  /** Is a {@link Square}. */
  public Condition isUnitSquare() {
    return figureKind.eq("unit-square");
  }

  /** The key of {@link Shape}: the raw values of its components. */
  public record Key(int layer, int number) {}

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Shape, Key> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Shape read(Row row) {
      String kind = row.nextText();
      return switch (kind) {
        case "circle" -> Circle_.readRest(row);
        case "2-axes" -> Ellipse_.readRest(row);
        case "unit-square" -> Square_.readRest(row);
        default -> {
          Failure failure = Failure.of(ErrorCode.MAPPING_FAILED, "Cannot read Shape");
          throw new MappingException(
              failure.because("figure.figure_kind is " + kind + ", which no subtype has"));
        }
      };
    }

    @Override
    public void write(Shape shape, Binder out) {
      if (shape instanceof Circle circle) {
        Circle_.CIRCLE.mapping().write(circle, out);
        return;
      }
      if (shape instanceof Ellipse ellipse) {
        Ellipse_.ELLIPSE.mapping().write(ellipse, out);
        return;
      }
      Square unitSquare = (Square) shape;
      Square_.SQUARE.mapping().write(unitSquare, out);
    }

    @Override
    public Shape beforeInsert(Shape shape, Stamp stamp) {
      if (shape instanceof Circle circle) {
        return Circle_.CIRCLE.mapping().beforeInsert(circle, stamp);
      }
      if (shape instanceof Ellipse ellipse) {
        return Ellipse_.ELLIPSE.mapping().beforeInsert(ellipse, stamp);
      }
      Square unitSquare = (Square) shape;
      return Square_.SQUARE.mapping().beforeInsert(unitSquare, stamp);
    }

    @Override
    public Shape beforeUpdate(Shape shape, Stamp stamp) {
      if (shape instanceof Circle circle) {
        return Circle_.CIRCLE.mapping().beforeUpdate(circle, stamp);
      }
      if (shape instanceof Ellipse ellipse) {
        return Ellipse_.ELLIPSE.mapping().beforeUpdate(ellipse, stamp);
      }
      Square unitSquare = (Square) shape;
      return Square_.SQUARE.mapping().beforeUpdate(unitSquare, stamp);
    }

    @Override
    public Shape withGenerated(Shape shape, Row row) {
      if (shape instanceof Circle circle) {
        return Circle_.CIRCLE.mapping().withGenerated(circle, row);
      }
      if (shape instanceof Ellipse ellipse) {
        return Ellipse_.ELLIPSE.mapping().withGenerated(ellipse, row);
      }
      Square unitSquare = (Square) shape;
      return Square_.SQUARE.mapping().withGenerated(unitSquare, row);
    }

    @Override
    public Shape withNextVersion(Shape shape) {
      if (shape instanceof Circle circle) {
        return Circle_.CIRCLE.mapping().withNextVersion(circle);
      }
      if (shape instanceof Ellipse ellipse) {
        return Ellipse_.ELLIPSE.mapping().withNextVersion(ellipse);
      }
      Square unitSquare = (Square) shape;
      return Square_.SQUARE.mapping().withNextVersion(unitSquare);
    }

    @Override
    public @Nullable Key key(Shape shape) {
      if (shape instanceof Circle circle) {
        return Circle_.CIRCLE.mapping().key(circle);
      }
      if (shape instanceof Ellipse ellipse) {
        return Ellipse_.ELLIPSE.mapping().key(ellipse);
      }
      Square unitSquare = (Square) shape;
      return Square_.SQUARE.mapping().key(unitSquare);
    }

    @Override
    public void writeKey(Key key, Binder out) {
      out.bind(key.layer()).bind(key.number());
    }

    @Override
    public String schema() {
      return """
          table figure was shape
          column figure_kind enum(circle, "2-axes", "unit-square")
          column layer int
          column number int
          column centre_x int component centre.x null for (circle, "2-axes")
          column centre_y int component centre.y null for (circle, "2-axes")
          column radius double for (circle)
          column a double for ("2-axes")
          column b double for ("2-axes")
          column side double for ("unit-square")
          discriminator figure_kind
          primary key (layer, number)
          """;
    }

    @Override
    public String schemaHash() {
      return "cc2b092b44ea4eef";
    }
  }
}
