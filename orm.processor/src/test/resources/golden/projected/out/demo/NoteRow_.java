// Generated from demo.PaymentCard.NoteRow; edit that record instead.
package demo;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import orm.api.expression.Column;
import orm.api.expression.JsonColumn;
import orm.api.expression.NumberColumn;
import orm.api.expression.Selectable;
import orm.api.expression.Source;
import orm.api.json.Json;
import orm.api.model.Shape;
import orm.api.model.Table;
import orm.spi.mapping.Row;
import orm.spi.mapping.RowReader;

/** Rows of {@link PaymentCard.NoteRow}. */
@Generated("orm.processor")
@NullMarked
public final class NoteRow_ extends Table<PaymentCard.NoteRow> {
  /** Fetches {@link PaymentCard.NoteRow} for rows of {@link Note}. */
  public static final Shape<Note, PaymentCard.NoteRow> SHAPE =
      Shape.of(Note_.NOTE, NoteRow_::shape);

  /** Column {@code line}. */
  public final NumberColumn<PaymentCard.NoteRow, Integer> line =
      new NumberColumn<>(source, "line", Integer.class);

  /** Column {@code colour}. */
  public final Column<PaymentCard.NoteRow, Colour> colour =
      new Column<>(source, "colour", Colour.class);

  /** Column {@code points}. */
  public final JsonColumn<PaymentCard.NoteRow, Map<String, Point>> points =
      new JsonColumn<>(
          source,
          "points",
          Mapping::pointsOrNull,
          (value, conversion) -> Mapping.pointsDocument(value));

  /** Column {@code more}. */
  public final JsonColumn<PaymentCard.NoteRow, List<Point>> more =
      new JsonColumn<>(
          source, "more", Mapping::moreOrNull, (value, conversion) -> Mapping.moreDocument(value));

  /** Makes the rows of a query, for {@code asTable} and the like. */
  public NoteRow_(Source<PaymentCard.NoteRow> source) {
    super("note_row", source, Mapping::read, List.of("line", "colour", "points", "more"));
  }

  /** Makes {@link PaymentCard.NoteRow} of these parts. */
  public static Selectable<PaymentCard.NoteRow> row(
      Selectable<Integer> line,
      Selectable<Colour> colour,
      Selectable<Map<String, Point>> points,
      Selectable<List<Point>> more) {
    return Selectable.of(
        Mapping.reader(line.reader(), colour.reader(), points.reader(), more.reader()),
        List.<Selectable<?>>of(line, colour, points, more));
  }

  private static Selectable<PaymentCard.NoteRow> shape(Note_ note) {
    return row(note.line, note.colour, note.points, note.more);
  }

  @NullUnmarked
  private static final class Mapping {
    static PaymentCard.NoteRow read(Row row) {
      return new PaymentCard.NoteRow(
          row.nextInt(),
          row.next(Colour.class),
          map(row.nextJson(), element -> pointFromJson(element)),
          Optional.ofNullable(moreOrNull(row)));
    }

    static RowReader<PaymentCard.NoteRow> reader(
        RowReader<Integer> line,
        RowReader<Colour> colour,
        RowReader<Map<String, Point>> points,
        RowReader<List<Point>> more) {
      return row ->
          new PaymentCard.NoteRow(
              row.nextPart(line),
              row.nextPart(colour),
              row.nextPart(points),
              Optional.ofNullable(row.nextPart(more)));
    }

    static Map<String, Point> pointsOrNull(Row row) {
      Json json = row.nextJsonOrNull();
      if (json == null) {
        return null;
      }
      return map(json, element -> pointFromJson(element));
    }

    static Json pointsDocument(Map<String, Point> value) {
      if (value == null) {
        return null;
      }
      return object(value, element -> pointToJson(element));
    }

    static List<Point> moreOrNull(Row row) {
      Json json = row.nextJsonOrNull();
      if (json == null) {
        return null;
      }
      return list(json, element -> pointFromJson(element));
    }

    static Json moreDocument(List<Point> value) {
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

    static <T> Map<String, T> map(Json json, Function<Json, T> fromJson) {
      if (json.isNull()) {
        return null;
      }
      if (!(json instanceof Json.JsonObject object)) {
        throw new IllegalStateException("expected a JSON object");
      }
      Map<String, T> map = new LinkedHashMap<>();
      object.members().forEach((member, value) -> map.put(member, fromJson.apply(value)));
      return Collections.unmodifiableMap(map);
    }

    static <T> Json object(Map<String, T> values, Function<T, Json> toJson) {
      if (values == null) {
        return Json.ofNull();
      }
      Json.ObjectBuilder object = Json.object();
      values.forEach((member, value) -> object.put(member, toJson.apply(value)));
      return object.build();
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
