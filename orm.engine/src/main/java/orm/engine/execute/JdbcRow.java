package orm.engine.execute;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
import orm.api.type.Range;
import orm.engine.plan.Converters;
import orm.engine.plan.Documents;
import orm.engine.plan.JavaTypes;
import orm.engine.plan.RowShape;
import orm.engine.plan.StoredValue;
import orm.spi.convert.TypeConverter;
import orm.spi.dialect.ValueCodec;
import orm.spi.mapping.Row;
import orm.spi.mapping.RowReader;

/**
 * The current row of a JDBC result. One object serves all rows of a result.
 *
 * <p>Map: how a column is taken and what can go wrong with it; primitives, their boxes, then all
 * other types, each with its nullable twin; looking ahead and leaving out.
 */
final class JdbcRow implements Row {
  /** Of columns whose type only their reader knows, decimals are the ones that ask for it. */
  private static final ColumnType UNPLANNED = ColumnType.of(ColumnType.Kind.DECIMAL);

  private final ResultSet rows;
  private final ValueCodec codec;
  private final RowShape shape;

  /** Where the columns are that the reader wants one after the other; null where they are so. */
  private final int @Nullable [] order;

  /** What reads columns of which only the reader knows the type; null where they are planned. */
  private final @Nullable Converters converters;

  /** The position of the column that was read last, which is also the number of columns read. */
  private int position;

  /** The parts of a row with lists, once the lists are there. */
  private @Nullable Object @Nullable [] assembled;

  /** The part that is given next. */
  private int nextAssembled;

  JdbcRow(ResultSet rows, ValueCodec codec, RowShape shape) {
    this(rows, codec, shape, null, null);
  }

  JdbcRow(
      ResultSet rows,
      ValueCodec codec,
      RowShape shape,
      int @Nullable [] order,
      @Nullable Converters converters) {
    this.rows = rows;
    this.codec = codec;
    this.shape = shape;
    this.order = order;
    this.converters = converters;
  }

  /** The column of the result at a position of the reader, both from 1. */
  private int at(int wanted) {
    return order == null ? wanted : order[wanted - 1];
  }

  /** Moves on to the next row. */
  boolean next() throws SQLException {
    position = 0;
    return rows.next();
  }

  private <T> T require(@Nullable T value) {
    if (value == null) {
      throw isNull();
    }
    return value;
  }

  private MappingException isNull() {
    return new MappingException(failure("the column is null, but its component is required")
        .fix("Declare the component @Nullable, or make the column NOT NULL."));
  }

  private MappingException failed(Exception cause) {
    return new MappingException(failure("the stored value does not fit its Java type")
        .fix("Correct the stored value, or the type of the component.")
        .cause(cause));
  }

  private Failure failure(String why) {
    String label = shape.label(position - 1);
    int dot = label.indexOf('.');
    return Failure.of(ErrorCode.MAPPING_FAILED, "Cannot read " + label)
        .because(why)
        .at(dot < 0 ? null : label.substring(0, dot), label.substring(dot + 1));
  }

  /** A primitive of zero may stand for null: only then does it pay to ask. */
  private boolean wasNull() {
    try {
      return rows.wasNull();
    } catch (SQLException failed) {
      throw failed(failed);
    }
  }

  private ColumnType type() {
    return converters == null ? shape.type(position - 1) : UNPLANNED;
  }

  private boolean readBoolean() {
    position++;
    try {
      return codec.getBoolean(rows, at(position));
    } catch (SQLException failed) {
      throw failed(failed);
    }
  }

  @Override
  public boolean nextBoolean() {
    boolean value = readBoolean();
    if (!value && wasNull()) {
      throw isNull();
    }
    return value;
  }

  @Override
  public @Nullable Boolean nextBooleanOrNull() {
    boolean value = readBoolean();
    return (!value && wasNull()) ? null : (Boolean) value;
  }

  private int readInt() {
    position++;
    try {
      return codec.getInt(rows, at(position));
    } catch (SQLException failed) {
      throw failed(failed);
    }
  }

  @Override
  public int nextInt() {
    int value = readInt();
    if (value == 0 && wasNull()) {
      throw isNull();
    }
    return value;
  }

  @Override
  public @Nullable Integer nextIntOrNull() {
    int value = readInt();
    return (value == 0 && wasNull()) ? null : (Integer) value;
  }

  private long readLong() {
    position++;
    try {
      return codec.getLong(rows, at(position));
    } catch (SQLException failed) {
      throw failed(failed);
    }
  }

  @Override
  public long nextLong() {
    long value = readLong();
    if (value == 0 && wasNull()) {
      throw isNull();
    }
    return value;
  }

  @Override
  public @Nullable Long nextLongOrNull() {
    long value = readLong();
    return (value == 0 && wasNull()) ? null : (Long) value;
  }

  private double readDouble() {
    position++;
    try {
      return codec.getDouble(rows, at(position));
    } catch (SQLException failed) {
      throw failed(failed);
    }
  }

  @Override
  public double nextDouble() {
    double value = readDouble();
    if (value == 0 && wasNull()) {
      throw isNull();
    }
    return value;
  }

  @Override
  public @Nullable Double nextDoubleOrNull() {
    double value = readDouble();
    return (value == 0 && wasNull()) ? null : (Double) value;
  }

  @Override
  public byte nextByte() {
    return toByte(nextInt());
  }

  @Override
  public @Nullable Byte nextByteOrNull() {
    Integer value = nextIntOrNull();
    return value == null ? null : (Byte) toByte(value);
  }

  private byte toByte(int value) {
    if (value != (byte) value) {
      throw failed(new ArithmeticException("out of range of byte"));
    }
    return (byte) value;
  }

  @Override
  public short nextShort() {
    return toShort(nextInt());
  }

  @Override
  public @Nullable Short nextShortOrNull() {
    Integer value = nextIntOrNull();
    return value == null ? null : (Short) toShort(value);
  }

  private short toShort(int value) {
    if (value != (short) value) {
      throw failed(new ArithmeticException("out of range of short"));
    }
    return (short) value;
  }

  @Override
  public float nextFloat() {
    return (float) nextDouble();
  }

  @Override
  public @Nullable Float nextFloatOrNull() {
    Double value = nextDoubleOrNull();
    return value == null ? null : (Float) value.floatValue();
  }

  @Override
  public char nextChar() {
    return require(nextCharOrNull());
  }

  @Override
  public @Nullable Character nextCharOrNull() {
    String value = nextTextOrNull();
    if (value != null && value.length() != 1) {
      throw failed(new IllegalArgumentException("a char is one UTF-16 unit"));
    }
    return value == null ? null : (Character) value.charAt(0);
  }

  @Override
  public String nextText() {
    return require(nextTextOrNull());
  }

  @Override
  public @Nullable String nextTextOrNull() {
    position++;
    try {
      return codec.getText(rows, at(position));
    } catch (SQLException failed) {
      throw failed(failed);
    }
  }

  @Override
  public BigDecimal nextDecimal() {
    return require(nextDecimalOrNull());
  }

  @Override
  public @Nullable BigDecimal nextDecimalOrNull() {
    return nextDecimalOrNull(converters == null ? shape.type(position) : UNPLANNED);
  }

  private @Nullable BigDecimal nextDecimalOrNull(ColumnType type) {
    position++;
    try {
      return codec.getDecimal(rows, at(position), type);
    } catch (SQLException failed) {
      throw failed(failed);
    }
  }

  @Override
  public UUID nextUuid() {
    return require(nextUuidOrNull());
  }

  @Override
  public @Nullable UUID nextUuidOrNull() {
    position++;
    try {
      return codec.getUuid(rows, at(position));
    } catch (SQLException failed) {
      throw failed(failed);
    }
  }

  @Override
  public LocalDate nextDate() {
    return require(nextDateOrNull());
  }

  @Override
  public @Nullable LocalDate nextDateOrNull() {
    position++;
    try {
      return codec.getDate(rows, at(position));
    } catch (SQLException failed) {
      throw failed(failed);
    }
  }

  @Override
  public LocalTime nextTime() {
    return require(nextTimeOrNull());
  }

  @Override
  public @Nullable LocalTime nextTimeOrNull() {
    position++;
    try {
      return codec.getTime(rows, at(position));
    } catch (SQLException failed) {
      throw failed(failed);
    }
  }

  @Override
  public LocalDateTime nextDateTime() {
    return require(nextDateTimeOrNull());
  }

  @Override
  public @Nullable LocalDateTime nextDateTimeOrNull() {
    position++;
    try {
      return codec.getDateTime(rows, at(position));
    } catch (SQLException failed) {
      throw failed(failed);
    }
  }

  @Override
  public Instant nextInstant() {
    return require(nextInstantOrNull());
  }

  @Override
  public @Nullable Instant nextInstantOrNull() {
    position++;
    try {
      return codec.getInstant(rows, at(position));
    } catch (SQLException failed) {
      throw failed(failed);
    }
  }

  @Override
  public byte[] nextBytes() {
    byte[] value = nextBytesOrNull();
    if (value == null) {
      throw isNull();
    }
    return value;
  }

  @Override
  public byte @Nullable [] nextBytesOrNull() {
    position++;
    try {
      return codec.getBytes(rows, at(position));
    } catch (SQLException failed) {
      throw failed(failed);
    }
  }

  @Override
  public OffsetDateTime nextOffsetDateTime() {
    return nextInstant().atOffset(ZoneOffset.UTC);
  }

  @Override
  public @Nullable OffsetDateTime nextOffsetDateTimeOrNull() {
    Instant value = nextInstantOrNull();
    return value == null ? null : value.atOffset(ZoneOffset.UTC);
  }

  @Override
  public Duration nextDuration() {
    return Duration.ofNanos(nextLong());
  }

  @Override
  public @Nullable Duration nextDurationOrNull() {
    Long nanos = nextLongOrNull();
    return nanos == null ? null : Duration.ofNanos(nanos);
  }

  @Override
  public <T extends Enum<T>> T nextEnum(Class<T> type) {
    return require(nextEnumOrNull(type));
  }

  @Override
  public <T extends Enum<T>> @Nullable T nextEnumOrNull(Class<T> type) {
    String name = nextTextOrNull();
    return name == null ? null : constant(type, name);
  }

  private <T extends Enum<T>> T constant(Class<T> type, String name) {
    try {
      return Enum.valueOf(type, name);
    } catch (IllegalArgumentException unknown) {
      throw failed(unknown);
    }
  }

  @Override
  public <T> List<T> nextList(Class<T> element) {
    return require(nextListOrNull(element));
  }

  @Override
  public <T> @Nullable List<T> nextListOrNull(Class<T> element) {
    TypeConverter<?, ?> converter = elementConverter(element);
    position++;
    ColumnType elementType = converter == null ? elementType(element) : converter.columnType();
    if (elementType == null) {
      throw failed(new IllegalArgumentException("the column holds no list"));
    }
    try {
      List<?> stored = codec.getList(rows, at(position), elementType);
      if (stored == null) {
        return null;
      }
      List<T> list = new ArrayList<>(stored.size());
      for (Object each : stored) {
        Object value = converter == null
            ? element(element, require(each))
            : converted(converter, elementType, require(each));
        list.add(element.cast(value));
      }
      return List.copyOf(list);
    } catch (SQLException | ClassCastException | NullPointerException failed) {
      throw failed(failed);
    }
  }

  /** The converter for the elements of the next column; null where they need none. */
  private @Nullable TypeConverter<?, ?> elementConverter(Class<?> element) {
    if (converters != null) {
      boolean known =
          element == Object.class || element.isEnum() || JavaTypes.of(element).isPresent();
      return known ? null : converters.find(element);
    }
    TypeConverter<?, ?> converter = shape.converter(position);
    return converter != null && StoredValue.convertsElements(shape.type(position), converter)
        ? converter
        : null;
  }

  private Object converted(TypeConverter<?, ?> converter, ColumnType type, Object stored) {
    return StoredValue.read(shape.label(position - 1), converter, plain(type, stored));
  }

  private Object plain(ColumnType type, Object stored) {
    try {
      return StoredValue.plain(type, stored);
    } catch (IllegalArgumentException malformed) {
      throw failed(malformed);
    }
  }

  private @Nullable ColumnType elementType(Class<?> element) {
    return converters == null ? type().element() : JavaTypes.of(element).orElse(null);
  }

  /** From the Java type in which dialects give an element to that of the component. */
  private Object element(Class<?> wanted, Object stored) {
    if (wanted.isInstance(stored)) {
      return stored;
    }
    if (stored instanceof Integer number) {
      return wanted == Byte.class
          ? (Object) toByte(number)
          : wanted == Short.class ? toShort(number) : stored;
    }
    if (stored instanceof Long nanos && wanted == Duration.class) {
      return Duration.ofNanos(nanos);
    }
    if (stored instanceof Double number && wanted == Float.class) {
      return number.floatValue();
    }
    if (stored instanceof Instant instant && wanted == OffsetDateTime.class) {
      return instant.atOffset(ZoneOffset.UTC);
    }
    if (stored instanceof String text) {
      return fromText(wanted, text);
    }
    return stored;
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // isEnum says that the class is one
  private Object fromText(Class<?> wanted, String text) {
    if (wanted.isEnum()) {
      return constant((Class) wanted, text);
    }
    if (wanted == Character.class && text.length() == 1) {
      return text.charAt(0);
    }
    return wanted == Json.class ? json(text) : text;
  }

  @Override
  public Json nextJson() {
    return require(nextJsonOrNull());
  }

  @Override
  public @Nullable Json nextJsonOrNull() {
    String text = nextTextOrNull();
    return text == null ? null : json(text);
  }

  private Json json(String text) {
    try {
      return Json.parse(text);
    } catch (IllegalArgumentException notJson) {
      throw failed(notJson);
    }
  }

  @Override
  public Json toJson(Class<?> type, @Nullable Object value) {
    throw new UnsupportedOperationException("a row writes nothing");
  }

  @Override
  public <T> @Nullable T fromJson(Class<T> type, Json json) {
    String place = shape.label(position - 1); // the document that was read last
    Documents documents = converters == null
        ? Documents.of(place, shape.converter(position - 1))
        : new Documents(converters);
    return documents.fromJson(place, type, json);
  }

  @Override
  public <T> T next(Class<T> type) {
    return require(nextOrNull(type));
  }

  @Override
  public <T> @Nullable T nextOrNull(Class<T> type) {
    TypeConverter<?, ?> converter =
        converters == null ? shape.converter(position) : converters.find(type);
    ColumnType own = converter == null ? JavaTypes.of(type).orElse(null) : null;
    ColumnType column =
        converter == null ? own == null ? shape.type(position) : own : columnType(converter);
    Object stored = column == null ? skipped() : nextStored(column);
    if (stored == null) {
      return null;
    }
    if (converter != null && column != null) {
      return type.cast(converted(converter, column, stored));
    }
    if (own != null) {
      return type.cast(plain(own, stored));
    }
    throw failed(new IllegalArgumentException("there is no TypeConverter for " + type.getName()));
  }

  /** Moves past a column of which nothing tells the type. */
  private Object skipped() {
    position++;
    return position;
  }

  private ColumnType columnType(TypeConverter<?, ?> converter) {
    return converters == null ? shape.type(position) : converter.columnType();
  }

  @Override
  public <T extends Comparable<? super T>> Range<T> nextRange(Class<T> bound) {
    return require(nextRangeOrNull(bound));
  }

  @Override
  public <T extends Comparable<? super T>> @Nullable Range<T> nextRangeOrNull(Class<T> bound) {
    Object stored = nextObject(JavaTypes.ofBound(bound));
    return stored == null ? null : range(stored);
  }

  @SuppressWarnings("unchecked") // the codec read bounds of the class that was asked for
  private static <T extends Comparable<? super T>> Range<T> range(Object stored) {
    return (Range<T>) stored;
  }

  @Override
  public <T extends Comparable<? super T>> List<Range<T>> nextRanges(Class<T> bound) {
    return require(nextRangesOrNull(bound));
  }

  @Override
  public <T extends Comparable<? super T>> @Nullable List<Range<T>> nextRangesOrNull(
      Class<T> bound) {
    position++;
    try {
      List<?> stored = codec.getList(rows, at(position), JavaTypes.ofBound(bound));
      if (stored == null) {
        return null;
      }
      List<Range<T>> ranges = new ArrayList<>(stored.size());
      for (Object each : stored) {
        ranges.add(range(require(each)));
      }
      return List.copyOf(ranges);
    } catch (SQLException failed) {
      throw failed(failed);
    }
  }

  private @Nullable Object nextObject(ColumnType type) {
    position++;
    try {
      return codec.getObject(rows, at(position), type);
    } catch (SQLException failed) {
      throw failed(failed);
    }
  }

  /** The next column in the Java type in which dialects give its kind. */
  private @Nullable Object nextStored(ColumnType type) {
    return switch (type.kind()) {
      case BOOLEAN -> nextBooleanOrNull();
      case SMALLINT, INT -> nextIntOrNull();
      case BIGINT, DURATION -> nextLongOrNull();
      case REAL, DOUBLE -> nextDoubleOrNull();
      case DECIMAL -> nextDecimalOrNull(type);
      case TEXT, ENUM, JSON -> nextTextOrNull();
      case BYTES -> nextBytesOrNull();
      case UUID -> nextUuidOrNull();
      case DATE -> nextDateOrNull();
      case TIME -> nextTimeOrNull();
      case DATETIME -> nextDateTimeOrNull();
      case INSTANT -> nextInstantOrNull();
      case LIST -> nextStoredList(type);
      case INET, CIDR, MACADDR, INTERVAL, RANGE -> nextObject(type);
      case CONVERTED -> throw new IllegalStateException("a converter stores a type of its own");
    };
  }

  private @Nullable Object nextStoredList(ColumnType type) {
    position++;
    try {
      return codec.getList(rows, at(position), Objects.requireNonNull(type.element()));
    } catch (SQLException failed) {
      throw failed(failed);
    }
  }

  @Override
  public boolean nextAreNull(int columns) {
    try {
      for (int i = 1; i <= columns; i++) {
        if (rows.getObject(at(position + i)) != null) {
          return false;
        }
      }
      return true;
    } catch (SQLException failed) {
      position++;
      throw failed(failed);
    }
  }

  @Override
  @SuppressWarnings("unchecked") // an assembled part was read by this reader
  public <T> @Nullable T nextPart(RowReader<T> reader) {
    @Nullable Object[] parts = assembled;
    return parts == null ? reader.read(this) : (T) parts[nextAssembled++];
  }

  @Override
  @SuppressWarnings("unchecked") // an assembled part was read by this reader
  public <T> @Nullable T nextPartOrAbsent(RowReader<T> reader) {
    @Nullable Object[] parts = assembled;
    if (parts != null) {
      return (T) parts[nextAssembled++];
    }
    if (converters != null) {
      throw new IllegalStateException(
          "of a result that was not planned nobody knows how wide a part is; use nextAreNull");
    }
    return skipAbsent() ? null : reader.read(this);
  }

  /** Moves past the optional part that begins here, if it was left away. */
  boolean skipAbsent() {
    int width = shape.optionalWidth(position);
    boolean absent = nextAreNull(width);
    if (absent) {
      skip(width);
    }
    return absent;
  }

  /** Gives these parts, which were read before, to the next reader. */
  <T> @Nullable T assemble(RowReader<T> reader, @Nullable Object[] parts) {
    @Nullable Object @Nullable [] outer = assembled;
    int next = nextAssembled;
    assembled = parts;
    nextAssembled = 0;
    T value = reader.read(this);
    assembled = outer;
    nextAssembled = next;
    return value;
  }

  /**
   * The next columns as the key of the lists that belong to this row: the value of one column, or a
   * list of several; null where it has none.
   */
  @Nullable
  Object nextKey(int columns) {
    if (columns == 1) {
      return nextKeyPart();
    }
    List<Object> key = new ArrayList<>(columns);
    for (int i = 0; i < columns; i++) {
      Object part = nextKeyPart();
      if (part != null) {
        key.add(part);
      }
    }
    return key.size() < columns ? null : key;
  }

  private @Nullable Object nextKeyPart() {
    Object stored = nextStored(shape.type(position));
    return stored instanceof Integer number ? (Object) number.longValue() : stored;
  }

  @Override
  public void skip(int columns) {
    position += columns;
  }
}
