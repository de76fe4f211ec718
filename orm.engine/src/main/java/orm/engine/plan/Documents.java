package orm.engine.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.MappingException;
import orm.api.json.Json;
import orm.api.schema.ColumnType;
import orm.api.type.Cidr;
import orm.api.type.Inet;
import orm.api.type.Interval;
import orm.api.type.MacAddress;
import orm.spi.convert.TypeConverter;
import orm.spi.mapping.JsonConversion;

/**
 * The converters of a column that holds documents, whose members may need them: numbers and truth
 * values are such in JSON, documents and lists stay what they are, and all else is text. The
 * document itself is what is stored.
 */
public final class Documents implements TypeConverter<Json, Json> {
  private final Converters converters;

  /**
   * Takes the converters that are there.
   *
   * @param converters the converters
   */
  public Documents(Converters converters) {
    this.converters = converters;
  }

  /**
   * Takes the converters of a column.
   *
   * @param place the column, for messages
   * @param converter the converter of the column
   * @return the converters of what is in it
   */
  public static Documents of(String place, @Nullable TypeConverter<?, ?> converter) {
    if (converter instanceof Documents documents) {
      return documents;
    }
    throw new MappingException(Failure.of(ErrorCode.MAPPING_FAILED, "Cannot map " + place)
        .because("it is no column of documents"));
  }

  @Override
  public Class<Json> javaType() {
    return Json.class;
  }

  @Override
  public Class<Json> storedType() {
    return Json.class;
  }

  @Override
  public ColumnType columnType() {
    return ColumnType.of(ColumnType.Kind.JSON);
  }

  @Override
  public Json toStored(Json value) {
    return value;
  }

  @Override
  public Json fromStored(Json stored) {
    return stored;
  }

  /** Converts what is in the documents of one column, on their way in. */
  JsonConversion at(String place) {
    return new JsonConversion() {
      @Override
      public Json toJson(Class<?> type, @Nullable Object value) {
        return Documents.this.toJson(place, type, value);
      }

      @Override
      public <T> @Nullable T fromJson(Class<T> type, Json json) {
        return Documents.this.fromJson(place, type, json);
      }
    };
  }

  /**
   * Makes JSON of a value inside a document.
   *
   * @param place the column, for messages
   * @param type the class that the converter is for
   * @param value the value
   * @return the JSON
   */
  public Json toJson(String place, Class<?> type, @Nullable Object value) {
    if (value == null) {
      return Json.ofNull();
    }
    TypeConverter<?, ?> converter = converter(place, type);
    return json(converter.columnType(), StoredValue.converted(place, converter, value));
  }

  private TypeConverter<?, ?> converter(String place, Class<?> type) {
    int dot = place.indexOf('.');
    return converters.of(
        type.getName(), dot < 0 ? "a document" : place.substring(0, dot), place.substring(dot + 1));
  }

  private static Json json(ColumnType type, Object stored) {
    if (stored instanceof Json json) {
      return json;
    }
    if (stored instanceof Boolean truth) {
      return Json.of(truth);
    }
    if (stored instanceof Number number) {
      return Json.of(number);
    }
    if (stored instanceof List<?> list) {
      ColumnType element = Objects.requireNonNull(type.element());
      List<Json> elements = new ArrayList<>();
      list.forEach(each -> elements.add(json(element, each)));
      return Json.array(elements);
    }
    return Json.of(stored.toString());
  }

  /**
   * Makes a value of JSON inside a document.
   *
   * @param <T> the type
   * @param place the column, for messages
   * @param type the class that the converter is for
   * @param json the JSON
   * @return the value; null for JSON null
   */
  public <T> @Nullable T fromJson(String place, Class<T> type, Json json) {
    if (json.isNull()) {
      return null;
    }
    TypeConverter<?, ?> converter = converter(place, type);
    Object stored;
    try {
      stored = stored(converter.columnType(), json);
    } catch (RuntimeException unfit) {
      throw new MappingException(Failure.of(ErrorCode.MAPPING_FAILED, "Cannot read " + place)
          .because("the document has no " + converter.columnType() + " where converter "
              + converter.getClass().getName() + " expects one")
          .cause(unfit));
    }
    return type.cast(StoredValue.read(place, converter, stored));
  }

  private static Object stored(ColumnType type, Json json) {
    return switch (type.kind()) {
      case BOOLEAN -> json.bool();
      case SMALLINT, INT -> json.number().intValueExact();
      case BIGINT -> json.number().longValueExact();
      case REAL, DOUBLE -> json.number().doubleValue();
      case DECIMAL -> json.number();
      case TEXT, ENUM -> json.text();
      case UUID -> UUID.fromString(json.text());
      case DATE -> LocalDate.parse(json.text());
      case TIME -> LocalTime.parse(json.text());
      case DATETIME -> LocalDateTime.parse(json.text());
      case INSTANT -> Instant.parse(json.text());
      case DURATION -> Duration.parse(json.text());
      case JSON -> json;
      case INET -> Inet.parse(json.text());
      case CIDR -> Cidr.parse(json.text());
      case MACADDR -> MacAddress.parse(json.text());
      case INTERVAL -> Interval.parse(json.text());
      case LIST -> {
        ColumnType element = Objects.requireNonNull(type.element());
        List<Object> elements = new ArrayList<>();
        json.elements().forEach(each -> elements.add(stored(element, each)));
        yield List.copyOf(elements);
      }
      case BYTES, RANGE, CONVERTED ->
        throw new IllegalArgumentException("JSON has no form for a " + type);
    };
  }
}
