package orm.api.schema;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The logical type of a column: what a value is, not how one database keeps it.
 *
 * <p>Immutable. Made by the factory methods or by {@link #parse(String)}; {@link #toString()} gives
 * the text that {@code parse} reads.
 *
 * @param kind the kind of values
 * @param size the greatest number of Unicode code points of a {@link Kind#TEXT}, or the precision
 *     of a {@link Kind#DECIMAL}; 0 where there is no limit
 * @param scale the number of fractional digits of a {@link Kind#DECIMAL} whose {@code size} is not
 *     0
 * @param labels the constants of an {@link Kind#ENUM} in order; else empty
 * @param name the native type of an {@link Kind#ENUM} on databases that have enums, or the Java
 *     class of {@link Kind#CONVERTED} values; else null
 * @param element the type of the elements of a {@link Kind#LIST}, or of the bounds of a
 *     {@link Kind#RANGE}; else null
 */
public record ColumnType(
    Kind kind,
    int size,
    int scale,
    List<String> labels,
    @Nullable String name,
    @Nullable ColumnType element) {

  /** The kinds of values that every dialect stores exactly or refuses with an error. */
  public enum Kind {
    /** True or false. */
    BOOLEAN,
    /** 16 bits, for {@code byte} and {@code short}. */
    SMALLINT,
    /** 32 bits. */
    INT,
    /** 64 bits. */
    BIGINT,
    /** A binary floating-point number of 32 bits. */
    REAL,
    /** A binary floating-point number of 64 bits. */
    DOUBLE,
    /** An exact decimal number. */
    DECIMAL,
    /** Unicode text without U+0000. */
    TEXT,
    /** Bytes. */
    BYTES,
    /** A UUID. */
    UUID,
    /** A date of the ISO calendar. */
    DATE,
    /** A time of day in microseconds. */
    TIME,
    /** A date and time without zone, in microseconds. */
    DATETIME,
    /** A point in time in microseconds, kept in UTC. */
    INSTANT,
    /** A length of time in nanoseconds, up to about 292 years. */
    DURATION,
    /** One of a fixed set of names, kept by name. */
    ENUM,
    /** A list of elements of one scalar type. */
    LIST,
    /** A JSON document. */
    JSON,
    /** The address of a host, with the length of its network's prefix. */
    INET,
    /** The address of a network. */
    CIDR,
    /** The address of a network card. */
    MACADDR,
    /** Months, days and microseconds, kept apart. */
    INTERVAL,
    /** All values between two bounds. */
    RANGE,
    /** A type of the user's, kept as its converter says. */
    CONVERTED
  }

  /**
   * Checks the parts against each other and copies the labels.
   *
   * @param kind the kind of values
   * @param size the greatest number of Unicode code points of a {@link Kind#TEXT}, or the precision
   *     of a {@link Kind#DECIMAL}; 0 where there is no limit
   * @param scale the number of fractional digits of a {@link Kind#DECIMAL} whose {@code size} is
   *     not 0
   * @param labels the constants of an {@link Kind#ENUM} in order; else empty
   * @param name the native type of an {@link Kind#ENUM} on databases that have enums, or the Java
   *     class of {@link Kind#CONVERTED} values; else null
   * @param element the type of the elements of a {@link Kind#LIST}, or of the bounds of a
   *     {@link Kind#RANGE}; else null
   */
  public ColumnType {
    Objects.requireNonNull(kind, "kind");
    labels = List.copyOf(labels);
    if (size < 0 || scale < 0 || (kind == Kind.DECIMAL && size > 0 && scale > size)) {
      throw new IllegalArgumentException("impossible size or scale: " + size + ", " + scale);
    }
    if ((kind == Kind.LIST || kind == Kind.RANGE) != (element != null)) {
      throw new IllegalArgumentException("a list or range, and nothing else, has an element type");
    }
    if (element != null && kind == Kind.LIST && element.kind == Kind.LIST) {
      throw new IllegalArgumentException("a list cannot hold elements of type " + element);
    }
    if (element != null && kind == Kind.RANGE && !isBound(element)) {
      throw new IllegalArgumentException("no range has bounds of type " + element);
    }
    if ((kind == Kind.ENUM) == labels.isEmpty()) {
      throw new IllegalArgumentException("an enum, and only an enum, has labels");
    }
    if (kind == Kind.CONVERTED && name == null) {
      throw new IllegalArgumentException("a converted type needs the name of its Java class");
    }
  }

  private static boolean isBound(ColumnType type) {
    return switch (type.kind) {
      case INT, BIGINT, DATE, DATETIME, INSTANT -> true;
      case DECIMAL -> type.size == 0;
      default -> false;
    };
  }

  /**
   * Makes a type that has no parameters.
   *
   * @param kind the kind
   * @return the type
   */
  public static ColumnType of(Kind kind) {
    return new ColumnType(kind, 0, 0, List.of(), null, null);
  }

  /**
   * Makes a text of limited length.
   *
   * @param codePoints the greatest number of Unicode code points; 0 for no limit
   * @return the type
   */
  public static ColumnType text(int codePoints) {
    return new ColumnType(Kind.TEXT, codePoints, 0, List.of(), null, null);
  }

  /**
   * Makes a decimal of fixed precision and scale.
   *
   * @param precision the number of digits in all, at least 1
   * @param scale the number of digits after the point, at most {@code precision}
   * @return the type
   */
  public static ColumnType decimal(int precision, int scale) {
    return new ColumnType(Kind.DECIMAL, precision, scale, List.of(), null, null);
  }

  /**
   * Makes an enum.
   *
   * @param nativeName the name of the native enum type; null to keep it as text
   * @param labels the names of the constants, in order
   * @return the type
   */
  public static ColumnType enumeration(@Nullable String nativeName, List<String> labels) {
    return new ColumnType(Kind.ENUM, 0, 0, labels, nativeName, null);
  }

  /**
   * Makes a list.
   *
   * @param element the type of its elements, no list
   * @return the type
   */
  public static ColumnType list(ColumnType element) {
    return new ColumnType(Kind.LIST, 0, 0, List.of(), null, element);
  }

  /**
   * Makes a range.
   *
   * @param bound the type of its bounds: INT, BIGINT, DECIMAL without precision, DATE, DATETIME or
   *     INSTANT
   * @return the type
   */
  public static ColumnType range(Kind bound) {
    return new ColumnType(Kind.RANGE, 0, 0, List.of(), null, of(bound));
  }

  /**
   * Makes a type that is kept through a converter.
   *
   * @param javaClass the binary name of the Java class
   * @return the type
   */
  public static ColumnType converted(String javaClass) {
    return new ColumnType(Kind.CONVERTED, 0, 0, List.of(), javaClass, null);
  }

  /**
   * Reads a type as written by {@link #toString()}.
   *
   * @param text for example {@code decimal(12,2)} or {@code list(text)}
   * @return the type
   * @throws IllegalArgumentException if the text is no type
   */
  public static ColumnType parse(String text) {
    SchemaTokens tokens = new SchemaTokens(text, 1);
    ColumnType type = SchemaParser.type(tokens);
    tokens.expectEnd();
    return type;
  }

  /** {@return whether this is a decimal with a declared precision and scale} */
  public boolean hasScale() {
    return kind == Kind.DECIMAL && size > 0;
  }

  /** {@return the type as it stands in the schema text} */
  @Override
  public String toString() {
    return SchemaPrinter.type(this);
  }
}
