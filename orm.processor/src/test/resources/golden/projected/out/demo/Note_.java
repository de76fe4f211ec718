// Generated from demo.Note; edit that record instead.
package demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import orm.api.expression.Column;
import orm.api.expression.ComparableColumn;
import orm.api.expression.JsonColumn;
import orm.api.expression.ListColumn;
import orm.api.expression.Source;
import orm.api.json.Json;
import orm.api.model.EntityTable;
import orm.api.model.Ref;
import orm.api.model.RefColumn;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;

/** Table {@code note}, whose rows are {@link Note}. */
@Generated("orm.processor")
@NullMarked
public final class Note_ extends EntityTable<Note, Note_.Key> {
  /** The table under its own name. */
  public static final Note_ NOTE = new Note_(Source.root());

  /** Column {@code payment_id}. */
  public final RefColumn<Note, Payment, Long> payment =
      new RefColumn<>(this, "payment", Mapping::paymentKey);

  /** Column {@code line}. */
  public final ComparableColumn<Note, Integer> line =
      new ComparableColumn<>(source, "line", Integer.class);

  /** Columns {@code answers_payment_id}, {@code answers_line}. */
  public final RefColumn<Note, Note, Key> answers =
      new RefColumn<>(this, "answers", Mapping::noteKey);

  /** The columns of {@code origin}. */
  public final Origin_<Note> origin = new Origin_<>(source, "origin_", this, "origin");

  /** Column {@code colour}. */
  public final Column<Note, Colour> colour = new Column<>(source, "colour", Colour.class);

  /** Column {@code points}. */
  public final JsonColumn<Note, Map<String, Point>> points =
      new JsonColumn<>(
          source,
          "points",
          Mapping::pointsOrNull,
          (value, conversion) -> Mapping.pointsDocument(value));

  /** Column {@code more}. */
  public final JsonColumn<Note, List<Point>> more =
      new JsonColumn<>(
          source, "more", Mapping::moreOrNull, (value, conversion) -> Mapping.moreDocument(value));

  /** Column {@code marks}. */
  public final ListColumn<Note, Integer> marks = new ListColumn<>(source, "marks", Integer.class);

  /** What may be null; compilers do not see it in the class file of the record. */
  static final String NULLABLE_COMPONENTS = "answers, origin, more, marks";

  private @Nullable Payment_ paymentPath;
  private @Nullable Note_ answersPath;

  /** Makes an instance of the table, for a path or an alias. */
  public Note_(Source<Note> source) {
    super("note", source, Mapping.INSTANCE);
  }

  @Override
  public Note_ as(String alias) {
    return new Note_(source.as(alias));
  }

  @Override
  public EntityTable<?, ?> target(String component) {
    return switch (component) {
      case "payment" -> Payment_.PAYMENT;
      case "answers", "origin.first" -> Note_.NOTE;
      default -> super.target(component);
    };
  }

  /** The row that {@code payment} leads to, joined if it is used. */
  public Payment_ payment() {
    Payment_ path = paymentPath;
    if (path == null) {
      path = new Payment_(payment.path());
      paymentPath = path;
    }
    return path;
  }

  /** The row that {@code answers} leads to, joined if it is used. */
  public Note_ answers() {
    Note_ path = answersPath;
    if (path == null) {
      path = new Note_(answers.path());
      answersPath = path;
    }
    return path;
  }

  /** A copy to be changed: {@code Note_.edit(note).line(…).done()}. */
  public static Edit edit(Note note) {
    return new Edit(note);
  }

  /** The key of {@link Note}: the raw values of its components. */
  public record Key(long payment, int line) {}

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Note, Key> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Note read(Row row) {
      return new Note(
          Payment_.PAYMENT.ref(row.nextLong()),
          row.nextInt(),
          Note_.NOTE.refOrNull(noteKey(row)),
          Origin_.readOrNull(row),
          row.next(Colour.class),
          map(row.nextJson(), element -> pointFromJson(element)),
          moreOrNull(row),
          intArray(row.nextListOrNull(Integer.class)));
    }

    @Override
    public void write(Note note, Binder out) {
      out.bind(Payment_.PAYMENT.keyOrNull(note.payment()));
      out.bind(note.line());
      bindKey(note.answers(), 2, out);
      Origin_.write(note.origin(), out);
      out.bind(note.colour());
      out.bind(pointsDocument(note.points()));
      out.bind(moreDocument(note.more()));
      out.bind(intList(note.marks()));
    }

    @Override
    public Note beforeInsert(Note note, Stamp stamp) {
      return note;
    }

    @Override
    public Note beforeUpdate(Note note, Stamp stamp) {
      return note;
    }

    @Override
    public Note withGenerated(Note note, Row row) {
      return note;
    }

    @Override
    public Note withNextVersion(Note note) {
      return note;
    }

    @Override
    public Key key(Note note) {
      return new Key(Payment_.PAYMENT.key(note.payment()), note.line());
    }

    @Override
    public void writeKey(Key key, Binder out) {
      out.bind(key.payment()).bind(key.line());
    }

    @Override
    public String schema() {
      return """
          table note
          column payment_id bigint component payment
          column line int
          column answers_payment_id bigint component answers.payment null
          column answers_line int component answers.line null
          column origin_place text component origin.place null
          column origin_first_payment_id bigint component origin.first.payment null
          column origin_first_line int component origin.first.line null
          column colour converted(demo.Colour)
          column points json
          column more json null
          column marks list(int) null
          primary key (payment_id, line)
          reference payment (payment_id) -> payment (id)
          reference answers (answers_payment_id, answers_line) -> note (payment_id, line)
          reference origin.first (origin_first_payment_id, origin_first_line) -> note (payment_id, \
          line)
          """;
    }

    @Override
    public String schemaHash() {
      return "7f5d3ba1c126bb1d";
    }

    static Long paymentKey(Row row) {
      return row.nextLongOrNull();
    }

    static Key noteKey(Row row) {
      if (row.nextAreNull(2)) {
        row.skip(2);
        return null;
      }
      return new Key(row.nextLong(), row.nextInt());
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

    static int[] intArray(List<Integer> list) {
      if (list == null) {
        return null;
      }
      int[] array = new int[list.size()];
      for (int i = 0; i < array.length; i++) {
        array[i] = list.get(i);
      }
      return array;
    }

    static void bindKey(Ref<?> ref, int columns, Binder out) {
      if (ref == null) {
        out.bindNulls(columns);
      } else {
        ref.writeKey(out);
      }
    }

    static List<Integer> intList(int[] array) {
      if (array == null) {
        return null;
      }
      List<Integer> list = new ArrayList<>(array.length);
      for (int element : array) {
        list.add(element);
      }
      return list;
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

  /** Changes components of {@link Note} one by one. */
  public static final class Edit {
    private Ref<Payment> payment;
    private int line;
    private @Nullable Ref<Note> answers;
    private @Nullable Origin origin;
    private Colour colour;
    private Map<String, Point> points;
    private @Nullable List<Point> more;
    private int @Nullable [] marks;

    private Edit(Note note) {
      payment = note.payment();
      line = note.line();
      answers = note.answers();
      origin = note.origin();
      colour = note.colour();
      points = note.points();
      more = note.more();
      marks = note.marks();
    }

    /** Changes {@code payment}. */
    public Edit payment(Ref<Payment> payment) {
      this.payment = payment;
      return this;
    }

    /** Changes {@code line}. */
    public Edit line(int line) {
      this.line = line;
      return this;
    }

    /** Changes {@code answers}. */
    public Edit answers(@Nullable Ref<Note> answers) {
      this.answers = answers;
      return this;
    }

    /** Changes {@code origin}. */
    public Edit origin(@Nullable Origin origin) {
      this.origin = origin;
      return this;
    }

    /** Changes {@code colour}. */
    public Edit colour(Colour colour) {
      this.colour = colour;
      return this;
    }

    /** Changes {@code points}. */
    public Edit points(Map<String, Point> points) {
      this.points = points;
      return this;
    }

    /** Changes {@code more}. */
    public Edit more(@Nullable List<Point> more) {
      this.more = more;
      return this;
    }

    /** Changes {@code marks}. */
    public Edit marks(int @Nullable [] marks) {
      this.marks = marks;
      return this;
    }

    /** {@return the record with the changes} */
    public Note done() {
      return new Note(payment, line, answers, origin, colour, points, more, marks);
    }
  }
}
