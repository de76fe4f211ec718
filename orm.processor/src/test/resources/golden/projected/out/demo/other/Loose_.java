// Generated from demo.other.Loose; edit that record instead.
package demo.other;

import demo.Colour;
import demo.Point;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import orm.api.expression.BooleanColumn;
import orm.api.expression.Column;
import orm.api.expression.JsonColumn;
import orm.api.expression.Selectable;
import orm.api.expression.Source;
import orm.api.json.Json;
import orm.api.model.Table;
import orm.spi.mapping.Row;
import orm.spi.mapping.RowReader;

/** Rows of {@link Loose}. */
@Generated("orm.processor")
@NullMarked
public final class Loose_ extends Table<Loose> {
  /** Column {@code point}. */
  public final JsonColumn<Loose, Point> point =
      new JsonColumn<>(
          source,
          "point",
          Mapping::pointOrNull,
          (value, conversion) -> Mapping.pointDocument(value));

  /** Column {@code points}. */
  public final JsonColumn<Loose, List<Point>> points =
      new JsonColumn<>(
          source,
          "points",
          Mapping::pointsOrNull,
          (value, conversion) -> Mapping.pointsDocument(value));

  /** Column {@code colour}. */
  public final Column<Loose, Colour> colour = new Column<>(source, "colour", Colour.class);

  /** Column {@code bytes}. */
  public final Column<Loose, byte[]> bytes = new Column<>(source, "bytes", byte[].class);

  /** Column {@code state}. */
  public final Column<Loose, Thread.State> state =
      new Column<>(source, "state", Thread.State.class);

  /** Column {@code row}. */
  public final BooleanColumn<Loose> row = new BooleanColumn<>(source, "row");

  /** Makes the rows of a query, for {@code asTable} and the like. */
  public Loose_(Source<Loose> source) {
    super(
        "loose",
        source,
        Mapping::read,
        List.of("point", "points", "colour", "bytes", "state", "row"));
  }

  /** Makes {@link Loose} of these parts. */
  public static Selectable<Loose> row(
      Selectable<Point> point,
      Selectable<List<Point>> points,
      Selectable<Colour> colour,
      Selectable<byte[]> bytes,
      Selectable<Thread.State> state,
      Selectable<Boolean> row) {
    return Selectable.of(
        Mapping.reader(
            point.reader(),
            points.reader(),
            colour.reader(),
            bytes.reader(),
            state.reader(),
            row.reader()),
        List.<Selectable<?>>of(point, points, colour, bytes, state, row));
  }

  @NullUnmarked
  private static final class Mapping {
    static Loose read(Row row) {
      return new Loose(
          pointFromJson(row.nextJson()),
          pointsOrNull(row),
          row.next(Colour.class),
          row.nextBytesOrNull(),
          Optional.ofNullable(row.nextEnumOrNull(Thread.State.class)),
          row.nextBoolean());
    }

    static RowReader<Loose> reader(
        RowReader<Point> point,
        RowReader<List<Point>> points,
        RowReader<Colour> colour,
        RowReader<byte[]> bytes,
        RowReader<Thread.State> state,
        RowReader<Boolean> row) {
      return from ->
          new Loose(
              from.nextPart(point),
              from.nextPart(points),
              from.nextPart(colour),
              from.nextPart(bytes),
              Optional.ofNullable(from.nextPart(state)),
              from.nextPart(row));
    }

    static Point pointOrNull(Row row) {
      Json json = row.nextJsonOrNull();
      if (json == null) {
        return null;
      }
      return pointFromJson(json);
    }

    static Json pointDocument(Point value) {
      if (value == null) {
        return null;
      }
      return pointToJson(value);
    }

    static List<Point> pointsOrNull(Row row) {
      Json json = row.nextJsonOrNull();
      if (json == null) {
        return null;
      }
      return list(json, element -> pointFromJson(element));
    }

    static Json pointsDocument(List<Point> value) {
      if (value == null) {
        return null;
      }
      return array(value, element -> pointToJson(element));
    }

    static Point pointFromJson(Json json) {
      if (json.isNull()) {
        return null;
      }
      return new Point(
          json.get("x").number().intValueExact(), json.get("y").number().intValueExact());
    }

    static Json pointToJson(Point value) {
      if (value == null) {
        return Json.ofNull();
      }
      return Json.object().put("x", Json.of(value.x())).put("y", Json.of(value.y())).build();
    }

    static <T> List<T> list(Json json, Function<Json, T> fromJson) {
      if (json.isNull()) {
        return null;
      }
      return json.elements().stream().map(fromJson).toList();
    }

    static <T> Json array(List<T> values, Function<T, Json> toJson) {
      if (values == null) {
        return Json.ofNull();
      }
      return Json.array(values.stream().map(toJson).toList());
    }
  }
}
