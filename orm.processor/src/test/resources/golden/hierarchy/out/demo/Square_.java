// Generated from demo.Square; edit that record instead.
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

/** The rows of table {@code figure} that are {@link Square}. */
@Generated("orm.processor")
@NullMarked
public final class Square_ extends EntityTable<Square, Shape_.Key> {
  /** The table under its own name. */
  public static final Square_ SQUARE = new Square_(Source.root());

  /** Column {@code layer}. */
  public final ComparableColumn<Square, Integer> layer =
      new ComparableColumn<>(source, "layer", Integer.class);

  /** Column {@code number}. */
  public final ComparableColumn<Square, Integer> number =
      new ComparableColumn<>(source, "number", Integer.class);

  /** Column {@code side}. */
  public final NumberColumn<Square, Double> side = new NumberColumn<>(source, "side", Double.class);

  /** Makes an instance of the table, for a path or an alias. */
  public Square_(Source<Square> source) {
    super("figure", narrow(source), Mapping.INSTANCE);
  }

  @Override
  public Square_ as(String alias) {
    return new Square_(source.as(alias));
  }

  /** A copy to be changed: {@code Square_.edit(square).number(…).done()}. */
  public static Edit edit(Square square) {
    return new Edit(square);
  }

  /** Reads the columns behind the discriminator. */
  static Square readRest(Row row) {
    return Mapping.readRest(row);
  }

  private static Source<Square> narrow(Source<Square> source) {
    if (source.kind() == Source.Kind.SUBTYPE) {
      return source;
    }
    return source.of(Mapping.INSTANCE).subtype("unit-square");
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Square, Shape_.Key> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Square read(Row row) {
      row.skip(1);
      return readRest(row);
    }

    static Square readRest(Row row) {
      int layer = row.nextInt();
      int number = row.nextInt();
      row.skip(5);
      double side = row.nextDouble();
      return new Square(layer, number, side);
    }

    @Override
    public void write(Square square, Binder out) {
      out.bind("unit-square");
      out.bind(square.layer());
      out.bind(square.number());
      out.bindNulls(5);
      out.bind(square.side());
    }

    @Override
    public Square beforeInsert(Square square, Stamp stamp) {
      return square;
    }

    @Override
    public Square beforeUpdate(Square square, Stamp stamp) {
      return square;
    }

    @Override
    public Square withGenerated(Square square, Row row) {
      return square;
    }

    @Override
    public Square withNextVersion(Square square) {
      return square;
    }

    @Override
    public Shape_.Key key(Square square) {
      return new Shape_.Key(square.layer(), square.number());
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

  /** Changes components of {@link Square} one by one. */
  public static final class Edit {
    private int layer;
    private int number;
    private double side;

    private Edit(Square square) {
      layer = square.layer();
      number = square.number();
      side = square.side();
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

    /** Changes {@code side}. */
    public Edit side(double side) {
      this.side = side;
      return this;
    }

    /** {@return the record with the changes} */
    public Square done() {
      return new Square(layer, number, side);
    }
  }
}
