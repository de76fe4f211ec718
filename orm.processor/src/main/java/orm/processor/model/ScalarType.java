package orm.processor.model;

import java.util.Optional;
import orm.api.schema.ColumnType;
import orm.api.schema.ColumnType.Kind;

/** The Java types that a column holds as they are, and how each is written in generated code. */
public enum ScalarType {
  /** A truth value. */
  BOOLEAN("boolean", "java.lang.Boolean", Kind.BOOLEAN, "Boolean", ColumnClass.BOOLEAN),
  /** 8 bits, kept as 16. */
  BYTE("byte", "java.lang.Byte", Kind.SMALLINT, "Byte", ColumnClass.NUMBER),
  /** 16 bits. */
  SHORT("short", "java.lang.Short", Kind.SMALLINT, "Short", ColumnClass.NUMBER),
  /** 32 bits. */
  INT("int", "java.lang.Integer", Kind.INT, "Int", ColumnClass.NUMBER),
  /** 64 bits. */
  LONG("long", "java.lang.Long", Kind.BIGINT, "Long", ColumnClass.NUMBER),
  /** A binary fraction of 32 bits. */
  FLOAT("float", "java.lang.Float", Kind.REAL, "Float", ColumnClass.NUMBER),
  /** A binary fraction of 64 bits. */
  DOUBLE("double", "java.lang.Double", Kind.DOUBLE, "Double", ColumnClass.NUMBER),
  /** A text of one UTF-16 unit. */
  CHAR("char", "java.lang.Character", Kind.TEXT, "Char", ColumnClass.COMPARABLE),
  /** A text. */
  TEXT("", "java.lang.String", Kind.TEXT, "Text", ColumnClass.TEXT),
  /** An exact decimal. */
  DECIMAL("", "java.math.BigDecimal", Kind.DECIMAL, "Decimal", ColumnClass.NUMBER),
  /** Bytes; the one scalar that is an array. */
  BYTES("", "", Kind.BYTES, "Bytes", ColumnClass.PLAIN),
  /** A UUID. */
  UUID("", "java.util.UUID", Kind.UUID, "Uuid", ColumnClass.COMPARABLE),
  /** A date. */
  DATE("", "java.time.LocalDate", Kind.DATE, "Date", ColumnClass.TIME),
  /** A time of day. */
  TIME("", "java.time.LocalTime", Kind.TIME, "Time", ColumnClass.TIME),
  /** A date and time without zone. */
  DATE_TIME("", "java.time.LocalDateTime", Kind.DATETIME, "DateTime", ColumnClass.TIME),
  /** A point in time. */
  INSTANT("", "java.time.Instant", Kind.INSTANT, "Instant", ColumnClass.TIME),
  /** A point in time, given with an offset. */
  OFFSET_DATE_TIME(
      "", "java.time.OffsetDateTime", Kind.INSTANT, "OffsetDateTime", ColumnClass.TIME),
  /** A length of time. */
  DURATION("", "java.time.Duration", Kind.DURATION, "Duration", ColumnClass.COMPARABLE),
  /** The address of a host. */
  INET("", "orm.api.type.Inet", Kind.INET, "", ColumnClass.NETWORK),
  /** The address of a network. */
  CIDR("", "orm.api.type.Cidr", Kind.CIDR, "", ColumnClass.NETWORK),
  /** The address of a network card. */
  MAC_ADDRESS("", "orm.api.type.MacAddress", Kind.MACADDR, "", ColumnClass.COMPARABLE),
  /** Months, days and microseconds. */
  INTERVAL("", "orm.api.type.Interval", Kind.INTERVAL, "", ColumnClass.PLAIN),
  /** A JSON document as it is. */
  JSON("", "orm.api.json.Json", Kind.JSON, "Json", ColumnClass.JSON);

  /** The classes of column fields. */
  public enum ColumnClass {
    /** {@code TextColumn}. */
    TEXT("TextColumn"),
    /** {@code NumberColumn}. */
    NUMBER("NumberColumn"),
    /** {@code ComparableColumn}. */
    COMPARABLE("ComparableColumn"),
    /** {@code TimeColumn}. */
    TIME("TimeColumn"),
    /** {@code BooleanColumn}. */
    BOOLEAN("BooleanColumn"),
    /** {@code NetworkColumn}. */
    NETWORK("NetworkColumn"),
    /** {@code Column}. */
    PLAIN("Column"),
    /** {@code JsonColumn}. */
    JSON("JsonColumn");

    private final String simpleName;

    ColumnClass(String simpleName) {
      this.simpleName = simpleName;
    }

    /** {@return the name of the class} */
    public JavaName javaName() {
      return JavaName.of("orm.api.expression." + simpleName);
    }
  }

  private final String keyword;
  private final String className;
  private final Kind kind;
  private final String reader;
  private final ColumnClass columnClass;

  ScalarType(String keyword, String className, Kind kind, String reader, ColumnClass columnClass) {
    this.keyword = keyword;
    this.className = className;
    this.kind = kind;
    this.reader = reader;
    this.columnClass = columnClass;
  }

  /**
   * Finds the scalar of a class.
   *
   * @param className the full name, of a box for a primitive
   * @return the scalar, if there is one
   */
  public static Optional<ScalarType> ofClass(String className) {
    for (ScalarType type : values()) {
      if (type.className.equals(className)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /**
   * Finds the scalar of a primitive type.
   *
   * @param keyword the name of the primitive type
   * @return the scalar
   */
  public static ScalarType ofPrimitive(String keyword) {
    for (ScalarType type : values()) {
      if (type.keyword.equals(keyword)) {
        return type;
      }
    }
    throw new IllegalArgumentException(keyword);
  }

  /** {@return whether there is a primitive type for it} */
  public boolean hasPrimitive() {
    return !keyword.isEmpty();
  }

  /** {@return the type as a class, boxed} */
  public JavaType boxed() {
    return this == BYTES
        ? new JavaType.Array(new JavaType.Primitive("byte"), false)
        : JavaType.of(className);
  }

  /** {@return the primitive type if there is one, else the class} */
  public JavaType unboxed() {
    return hasPrimitive() ? new JavaType.Primitive(keyword) : boxed();
  }

  /** {@return the type of a column without annotations} */
  public ColumnType columnType() {
    return this == CHAR ? ColumnType.text(1) : ColumnType.of(kind);
  }

  /**
   * {@return what stands behind {@code next} in the name of the method that reads it; empty where
   * the method takes the class}
   */
  public String reader() {
    return reader;
  }

  /** {@return the class of its column fields} */
  public ColumnClass columnClass() {
    return columnClass;
  }

  /** {@return whether there are ranges of it} */
  public boolean mayBeBound() {
    return switch (this) {
      case INT, LONG, DECIMAL, DATE, DATE_TIME, INSTANT -> true;
      default -> false;
    };
  }

  /** {@return whether the stored form may be less precise than the value} */
  public boolean isTimeOfDay() {
    return this == TIME || this == DATE_TIME || this == INSTANT || this == OFFSET_DATE_TIME;
  }
}
