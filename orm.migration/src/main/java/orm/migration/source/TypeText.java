package orm.migration.source;

import java.util.ArrayList;
import java.util.List;
import orm.api.schema.ColumnType;

/**
 * The Java type of a column.
 *
 * @param type the logical type
 * @param enumeration the name of the enum of the package; empty where there is none
 */
record TypeText(ColumnType type, String enumeration) {
  /** What stands before the type. */
  List<String> annotations(Imports imports) {
    List<String> all = new ArrayList<>();
    ColumnType single = type.element() == null ? type : type.element();
    if (single.hasScale()) {
      all.add(imports.annotation("Numeric") + "(precision = " + single.size() + ", scale = "
          + single.scale() + ")");
    }
    String name = single.name();
    if (single.kind() == ColumnType.Kind.ENUM && name != null) {
      all.add(imports.annotation("NativeEnum") + "(" + SourceText.literal(name) + ")");
    }
    return all;
  }

  /** The length of a text, which stands in the same annotation as the name of the column. */
  int length() {
    ColumnType single = type.element() == null ? type : type.element();
    return single.kind() == ColumnType.Kind.TEXT ? single.size() : 0;
  }

  String text(Imports imports, boolean nullable) {
    return switch (type.kind()) {
      case BOOLEAN -> primitive("boolean", "java.lang.Boolean", imports, nullable);
      case SMALLINT -> primitive("short", "java.lang.Short", imports, nullable);
      case INT -> primitive("int", "java.lang.Integer", imports, nullable);
      case BIGINT -> primitive("long", "java.lang.Long", imports, nullable);
      case REAL -> primitive("float", "java.lang.Float", imports, nullable);
      case DOUBLE -> primitive("double", "java.lang.Double", imports, nullable);
      case BYTES ->
        nullable ? "byte @" + imports.name("org.jspecify.annotations.Nullable") + " []" : "byte[]";
      case LIST, RANGE -> typed(imports, nullable);
      default -> nullable ? imports.nullable(className()) : imports.name(className());
    };
  }

  private static String primitive(String plain, String boxed, Imports imports, boolean nullable) {
    return nullable ? imports.nullable(boxed) : plain;
  }

  /** A list or range, and what it is made of. */
  private String typed(Imports imports, boolean nullable) {
    ColumnType element = type.element() == null ? type : type.element();
    String outer = type.kind() == ColumnType.Kind.LIST ? "java.util.List" : "orm.api.type.Range";
    TypeText inner = new TypeText(element, enumeration);
    return (nullable ? imports.nullable(outer) : imports.name(outer)) + "<"
        + (element.kind() == ColumnType.Kind.RANGE
            ? inner.typed(imports, false)
            : imports.name(inner.className()))
        + ">";
  }

  private String className() {
    return switch (type.kind()) {
      case BOOLEAN -> "java.lang.Boolean";
      case SMALLINT -> "java.lang.Short";
      case INT -> "java.lang.Integer";
      case BIGINT -> "java.lang.Long";
      case REAL -> "java.lang.Float";
      case DOUBLE -> "java.lang.Double";
      case DECIMAL -> "java.math.BigDecimal";
      case TEXT -> "java.lang.String";
      case UUID -> "java.util.UUID";
      case DATE -> "java.time.LocalDate";
      case TIME -> "java.time.LocalTime";
      case DATETIME -> "java.time.LocalDateTime";
      case INSTANT -> "java.time.Instant";
      case DURATION -> "java.time.Duration";
      case ENUM -> enumeration;
      case JSON -> "orm.api.json.Json";
      case INET -> "orm.api.type.Inet";
      case CIDR -> "orm.api.type.Cidr";
      case MACADDR -> "orm.api.type.MacAddress";
      case INTERVAL -> "orm.api.type.Interval";
      case BYTES, LIST, RANGE, CONVERTED -> throw new IllegalStateException("no class for " + type);
    };
  }

  /** Whether values can be a key. */
  boolean mayBeKey() {
    return switch (type.kind()) {
      case BYTES, LIST, JSON, INTERVAL, RANGE, CONVERTED -> false;
      default -> true;
    };
  }

  /** Whether the database can count in it. */
  boolean isCounter() {
    return type.kind() == ColumnType.Kind.INT || type.kind() == ColumnType.Kind.BIGINT;
  }
}
