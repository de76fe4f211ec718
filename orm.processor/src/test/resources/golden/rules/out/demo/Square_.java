// Generated from demo.Shape.Square; edit that record instead.
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

/** The rows of table {@code shape} that are {@link Shape.Square}. */
@Generated("orm.processor")
@NullMarked
public final class Square_ extends EntityTable<Shape.Square, Long> {
  /** The table under its own name. */
  public static final Square_ SQUARE = new Square_(Source.root());

  /** Column {@code id}. */
  public final ComparableColumn<Shape.Square, Long> id =
      new ComparableColumn<>(source, "id", Long.class);

  /** Column {@code size}. */
  public final NumberColumn<Shape.Square, Integer> size =
      new NumberColumn<>(source, "size", Integer.class);

  /** Column {@code turn}. */
  public final NumberColumn<Shape.Square, Integer> turn =
      new NumberColumn<>(source, "turn", Integer.class);

  /** Makes an instance of the table, for a path or an alias. */
  public Square_(Source<Shape.Square> source) {
    super("shape", narrow(source), Mapping.INSTANCE);
  }

  @Override
  public Square_ as(String alias) {
    return new Square_(source.as(alias));
  }

  /** A copy to be changed: {@code Square_.edit(square).size(…).done()}. */
  public static Edit edit(Shape.Square square) {
    return new Edit(square);
  }

  /** Reads the columns behind the discriminator. */
  static Shape.Square readRest(Row row) {
    return Mapping.readRest(row);
  }

  private static Source<Shape.Square> narrow(Source<Shape.Square> source) {
    if (source.kind() == Source.Kind.SUBTYPE) {
      return source;
    }
    return source.of(Mapping.INSTANCE).subtype("square");
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Shape.Square, Long> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Shape.Square read(Row row) {
      row.skip(1);
      return readRest(row);
    }

    static Shape.Square readRest(Row row) {
      long id = row.nextLong();
      int size = row.nextInt();
      int turn = row.nextInt();
      return new Shape.Square(id, size, turn);
    }

    @Override
    public void write(Shape.Square square, Binder out) {
      out.bind("square");
      out.bind(square.id());
      out.bind(square.size());
      out.bind(square.turn());
    }

    @Override
    public Shape.Square beforeInsert(Shape.Square square, Stamp stamp) {
      return square;
    }

    @Override
    public Shape.Square beforeUpdate(Shape.Square square, Stamp stamp) {
      return square;
    }

    @Override
    public Shape.Square withGenerated(Shape.Square square, Row row) {
      return square;
    }

    @Override
    public Shape.Square withNextVersion(Shape.Square square) {
      return square;
    }

    @Override
    public Long key(Shape.Square square) {
      return square.id();
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

  /** Changes components of {@link Shape.Square} one by one. */
  public static final class Edit {
    private long id;
    private int size;
    private int turn;

    private Edit(Shape.Square square) {
      id = square.id();
      size = square.size();
      turn = square.turn();
    }

    /** Changes {@code id}. */
    public Edit id(long id) {
      this.id = id;
      return this;
    }

    /** Changes {@code size}. */
    public Edit size(int size) {
      this.size = size;
      return this;
    }

    /** Changes {@code turn}. */
    public Edit turn(int turn) {
      this.turn = turn;
      return this;
    }

    /** {@return the record with the changes} */
    public Shape.Square done() {
      return new Shape.Square(id, size, turn);
    }
  }
}
