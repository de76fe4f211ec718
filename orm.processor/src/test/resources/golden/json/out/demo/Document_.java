// Generated from demo.Document; edit that record instead.
package demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import orm.api.expression.ComparableColumn;
import orm.api.expression.JsonColumn;
import orm.api.expression.Source;
import orm.api.json.Json;
import orm.api.model.EntityTable;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;

/** Table {@code document}, whose rows are {@link Document}. */
@Generated("orm.processor")
@NullMarked
public final class Document_ extends EntityTable<Document, Integer> {
  /** The table under its own name. */
  public static final Document_ DOCUMENT = new Document_(Source.root());

  /** Column {@code id}. */
  public final ComparableColumn<Document, Integer> id =
      new ComparableColumn<>(source, "id", Integer.class);

  /** Column {@code root}. */
  public final JsonColumn<Document, Document.Node> root =
      new JsonColumn<>(
          source, "root", Mapping::rootOrNull, (value, conversion) -> Mapping.rootDocument(value));

  /** Column {@code spare}. */
  public final JsonColumn<Document, Document.Node> spare =
      new JsonColumn<>(
          source,
          "spare",
          Mapping::spareOrNull,
          (value, conversion) -> Mapping.spareDocument(value));

  /** Column {@code other}. */
  public final JsonColumn<Document, Document.Node> other =
      new JsonColumn<>(
          source,
          "other",
          Mapping::otherOrNull,
          (value, conversion) -> Mapping.otherDocument(value));

  /** Column {@code nodes}. */
  public final JsonColumn<Document, List<Document.Node>> nodes =
      new JsonColumn<>(
          source,
          "nodes",
          Mapping::nodesOrNull,
          (value, conversion) -> Mapping.nodesDocument(value));

  /** Column {@code calendar}. */
  public final JsonColumn<Document, List<List<LocalDate>>> calendar =
      new JsonColumn<>(
          source,
          "calendar",
          Mapping::calendarOrNull,
          (value, conversion) -> Mapping.calendarDocument(value));

  /** Column {@code palettes}. */
  public final JsonColumn<Document, Map<String, List<Document.Colour>>> palettes =
      new JsonColumn<>(
          source,
          "palettes",
          Mapping::palettesOrNull,
          (value, conversion) -> Mapping.palettesDocument(value));

  /** Column {@code raw}. */
  public final JsonColumn<Document, Json> raw = new JsonColumn<>(source, "raw", Mapping::rawOrNull);

  /** What may be null; compilers do not see it in the class file of the record. */
  static final String NULLABLE_COMPONENTS = "spare";

  /** Makes an instance of the table, for a path or an alias. */
  public Document_(Source<Document> source) {
    super("document", source, Mapping.INSTANCE);
  }

  @Override
  public Document_ as(String alias) {
    return new Document_(source.as(alias));
  }

  /** A copy to be changed: {@code Document_.edit(document).root(…).done()}. */
  public static Edit edit(Document document) {
    return new Edit(document);
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Document, Integer> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Document read(Row row) {
      return new Document(
          row.nextInt(),
          nodeFromJson(row.nextJson()),
          spareOrNull(row),
          Optional.ofNullable(otherOrNull(row)),
          list(row.nextJson(), element -> nodeFromJson(element)),
          list(
              row.nextJson(),
              element ->
                  list(element, inner -> orNull(inner, inner2 -> LocalDate.parse(inner2.text())))),
          map(
              row.nextJson(),
              element ->
                  list(
                      element,
                      inner -> orNull(inner, inner2 -> Document.Colour.valueOf(inner2.text())))),
          row.nextJson());
    }

    @Override
    public void write(Document document, Binder out) {
      out.bind(document.id());
      out.bind(rootDocument(document.root()));
      out.bind(spareDocument(document.spare()));
      out.bind(otherDocument(document.other().orElse(null)));
      out.bind(nodesDocument(document.nodes()));
      out.bind(calendarDocument(document.calendar()));
      out.bind(palettesDocument(document.palettes()));
      out.bind(document.raw());
    }

    @Override
    public Document beforeInsert(Document document, Stamp stamp) {
      return document;
    }

    @Override
    public Document beforeUpdate(Document document, Stamp stamp) {
      return document;
    }

    @Override
    public Document withGenerated(Document document, Row row) {
      return document;
    }

    @Override
    public Document withNextVersion(Document document) {
      return document;
    }

    @Override
    public Integer key(Document document) {
      return document.id();
    }

    @Override
    public void writeKey(Integer key, Binder out) {
      out.bind(key);
    }

    @Override
    public String schema() {
      return """
          table document
          column id int
          column root json
          column spare json null
          column other json null
          column nodes json
          column calendar json
          column palettes json
          column raw json
          primary key (id)
          """;
    }

    @Override
    public String schemaHash() {
      return "fed4aeb6ef861294";
    }

    static Document.Node rootOrNull(Row row) {
      Json json = row.nextJsonOrNull();
      if (json == null) {
        return null;
      }
      return nodeFromJson(json);
    }

    static Json rootDocument(Document.Node value) {
      if (value == null) {
        return null;
      }
      return nodeToJson(value);
    }

    static Document.Node spareOrNull(Row row) {
      Json json = row.nextJsonOrNull();
      if (json == null) {
        return null;
      }
      return nodeFromJson(json);
    }

    static Json spareDocument(Document.Node value) {
      if (value == null) {
        return null;
      }
      return nodeToJson(value);
    }

    static Document.Node otherOrNull(Row row) {
      Json json = row.nextJsonOrNull();
      if (json == null) {
        return null;
      }
      return nodeFromJson(json);
    }

    static Json otherDocument(Document.Node value) {
      if (value == null) {
        return null;
      }
      return nodeToJson(value);
    }

    static List<Document.Node> nodesOrNull(Row row) {
      Json json = row.nextJsonOrNull();
      if (json == null) {
        return null;
      }
      return list(json, element -> nodeFromJson(element));
    }

    static Json nodesDocument(List<Document.Node> value) {
      if (value == null) {
        return null;
      }
      return array(value, element -> nodeToJson(element));
    }

    static List<List<LocalDate>> calendarOrNull(Row row) {
      Json json = row.nextJsonOrNull();
      if (json == null) {
        return null;
      }
      return list(
          json,
          element ->
              list(element, inner -> orNull(inner, inner2 -> LocalDate.parse(inner2.text()))));
    }

    static Json calendarDocument(List<List<LocalDate>> value) {
      if (value == null) {
        return null;
      }
      return array(value, element -> array(element, inner -> text(inner)));
    }

    static Map<String, List<Document.Colour>> palettesOrNull(Row row) {
      Json json = row.nextJsonOrNull();
      if (json == null) {
        return null;
      }
      return map(
          json,
          element ->
              list(
                  element,
                  inner -> orNull(inner, inner2 -> Document.Colour.valueOf(inner2.text()))));
    }

    static Json palettesDocument(Map<String, List<Document.Colour>> value) {
      if (value == null) {
        return null;
      }
      return object(value, element -> array(element, inner -> constant(inner)));
    }

    static Json rawOrNull(Row row) {
      return row.nextJsonOrNull();
    }

    static Document.Node nodeFromJson(Json json) {
      if (json.isNull()) {
        return null;
      }
      return new Document.Node(
          orNull(json.get("name"), Json::text),
          json.get("open").bool(),
          orNull(json.get("locked"), Json::bool),
          json.get("tiny").number().byteValueExact(),
          json.get("small").number().shortValueExact(),
          json.get("size").number().intValueExact(),
          orNull(json.get("limit"), element -> element.number().intValueExact()),
          json.get("bytes").number().longValueExact(),
          json.get("ratio").number().floatValue(),
          json.get("weight").number().doubleValue(),
          character(json.get("letter")),
          orNull(json.get("initial"), element -> character(element)),
          orNull(json.get("price"), Json::number),
          orNull(json.get("uuid"), element -> UUID.fromString(element.text())),
          orNull(json.get("at"), element -> Instant.parse(element.text())),
          orNull(json.get("lasts"), element -> Duration.parse(element.text())),
          orNull(json.get("colour"), element -> Document.Colour.valueOf(element.text())),
          Optional.ofNullable(orNull(json.get("note"), Json::text)),
          list(json.get("children"), element -> nodeFromJson(element)),
          map(
              json.get("counts"),
              element -> orNull(element, inner -> inner.number().intValueExact())),
          json.get("any"));
    }

    static <T> List<T> list(Json json, Function<Json, T> fromJson) {
      if (json.isNull()) {
        return null;
      }
      return json.elements().stream().map(fromJson).toList();
    }

    static <T> T orNull(Json json, Function<Json, T> fromJson) {
      return json.isNull() ? null : fromJson.apply(json);
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

    static Json nodeToJson(Document.Node value) {
      if (value == null) {
        return Json.ofNull();
      }
      return Json.object()
          .put("name", Json.of(value.name()))
          .put("open", Json.of(value.open()))
          .put("locked", Json.of(value.locked()))
          .put("tiny", Json.of(value.tiny()))
          .put("small", Json.of(value.small()))
          .put("size", Json.of(value.size()))
          .put("limit", Json.of(value.limit()))
          .put("bytes", Json.of(value.bytes()))
          .put("ratio", Json.of(value.ratio()))
          .put("weight", Json.of(value.weight()))
          .put("letter", Json.of(String.valueOf(value.letter())))
          .put("initial", text(value.initial()))
          .put("price", Json.of(value.price()))
          .put("uuid", text(value.uuid()))
          .put("at", text(value.at()))
          .put("lasts", text(value.lasts()))
          .put("colour", constant(value.colour()))
          .put("note", Json.of(value.note().orElse(null)))
          .put("children", array(value.children(), element -> nodeToJson(element)))
          .put("counts", object(value.counts(), element -> Json.of(element)))
          .put("any", json(value.any()))
          .build();
    }

    static <T> Json array(List<T> values, Function<T, Json> toJson) {
      if (values == null) {
        return Json.ofNull();
      }
      return Json.array(values.stream().map(toJson).toList());
    }

    static Json text(Object value) {
      return Json.of(value == null ? null : value.toString());
    }

    static <T> Json object(Map<String, T> values, Function<T, Json> toJson) {
      if (values == null) {
        return Json.ofNull();
      }
      Json.ObjectBuilder object = Json.object();
      values.forEach((member, value) -> object.put(member, toJson.apply(value)));
      return object.build();
    }

    static Json constant(Enum<?> value) {
      return Json.of(value == null ? null : value.name());
    }

    static char character(Json json) {
      if (json.text().length() != 1) {
        throw new IllegalStateException("expected a text of one character");
      }
      return json.text().charAt(0);
    }

    static Json json(Json value) {
      return value == null ? Json.ofNull() : value;
    }
  }

  /** Changes components of {@link Document} one by one. */
  public static final class Edit {
    private int id;
    private Document.Node root;
    private Document.@Nullable Node spare;
    private Optional<Document.Node> other;
    private List<Document.Node> nodes;
    private List<List<LocalDate>> calendar;
    private Map<String, List<Document.Colour>> palettes;
    private Json raw;

    private Edit(Document document) {
      id = document.id();
      root = document.root();
      spare = document.spare();
      other = document.other();
      nodes = document.nodes();
      calendar = document.calendar();
      palettes = document.palettes();
      raw = document.raw();
    }

    /** Changes {@code id}. */
    public Edit id(int id) {
      this.id = id;
      return this;
    }

    /** Changes {@code root}. */
    public Edit root(Document.Node root) {
      this.root = root;
      return this;
    }

    /** Changes {@code spare}. */
    public Edit spare(Document.@Nullable Node spare) {
      this.spare = spare;
      return this;
    }

    /** Changes {@code other}. */
    public Edit other(Optional<Document.Node> other) {
      this.other = other;
      return this;
    }

    /** Changes {@code nodes}. */
    public Edit nodes(List<Document.Node> nodes) {
      this.nodes = nodes;
      return this;
    }

    /** Changes {@code calendar}. */
    public Edit calendar(List<List<LocalDate>> calendar) {
      this.calendar = calendar;
      return this;
    }

    /** Changes {@code palettes}. */
    public Edit palettes(Map<String, List<Document.Colour>> palettes) {
      this.palettes = palettes;
      return this;
    }

    /** Changes {@code raw}. */
    public Edit raw(Json raw) {
      this.raw = raw;
      return this;
    }

    /** {@return the record with the changes} */
    public Document done() {
      return new Document(id, root, spare, other, nodes, calendar, palettes, raw);
    }
  }
}
