package orm.dialect.sqlite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import orm.api.config.DatabaseSettings;
import orm.api.schema.ColumnType;
import orm.api.schema.ColumnType.Kind;
import orm.api.type.Cidr;
import orm.api.type.Inet;
import orm.api.type.Interval;
import orm.api.type.MacAddress;
import orm.api.type.Range;
import orm.spi.dialect.Connector;
import orm.spi.dialect.SchemaSyntax;
import orm.spi.dialect.SqlSyntax;
import orm.spi.dialect.ValueCodec;

/** Every kind of value comes back as it went, in a strict table. */
class SqliteCodecTest {
  private static final ColumnType LEVEL =
      ColumnType.enumeration("ignored", List.of("LOW", "it's", "{\"x\"}"));

  private Connector connector;
  private Connection connection;
  private SqlSyntax syntax;
  private SchemaSyntax schema;
  private ValueCodec codec;

  @BeforeEach
  void open() throws SQLException {
    open("jdbc:sqlite::memory:");
  }

  private void open(String url) throws SQLException {
    connector = new SqliteDialect().connector(DatabaseSettings.of(url));
    connection = connector.dataSource().getConnection();
    syntax = connector.syntax();
    schema = connector.schemaSyntax();
    codec = connector.codec();
    connector.check(connection);
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    connector.close();
  }

  static Stream<Arguments> kinds() {
    return Stream.of(
        kind(ColumnType.of(Kind.BOOLEAN), true, false),
        kind(ColumnType.of(Kind.SMALLINT), 0, -32_768, 32_767),
        kind(ColumnType.of(Kind.INT), 0, Integer.MIN_VALUE, Integer.MAX_VALUE),
        kind(ColumnType.of(Kind.BIGINT), 0L, 1L, Long.MIN_VALUE, Long.MAX_VALUE),
        kind(
            ColumnType.of(Kind.REAL),
            0d,
            (double) 0.1f,
            (double) Float.MAX_VALUE,
            (double) Float.MIN_VALUE,
            Double.NEGATIVE_INFINITY),
        kind(
            ColumnType.of(Kind.DOUBLE),
            0d,
            7d,
            0.1,
            -1.0 / 3,
            1e300,
            Double.MAX_VALUE,
            Double.MIN_VALUE,
            Double.MIN_NORMAL,
            Math.PI,
            Double.POSITIVE_INFINITY),
        kind(
            ColumnType.decimal(10, 2),
            new BigDecimal("0.00"),
            new BigDecimal("0.05"),
            new BigDecimal("-0.05"),
            new BigDecimal("12345678.90"),
            new BigDecimal("-99999999.99")),
        kind(
            ColumnType.decimal(18, 18),
            new BigDecimal("0.999999999999999999"),
            new BigDecimal("-0.000000000000000001")),
        kind(ColumnType.decimal(18, 0), new BigDecimal("999999999999999999")),
        kind(
            ColumnType.decimal(38, 10),
            new BigDecimal("1234567890123456789.0123456789"),
            new BigDecimal("-0.0000000001")),
        kind(
            ColumnType.of(Kind.DECIMAL),
            new BigDecimal("1.50"),
            new BigDecimal("0." + "0".repeat(399) + "1"),
            new BigDecimal("123456789012345678901234567890")),
        kind(
            ColumnType.text(0), "", " a ", "é 😀 \" \\ ' { } , NULL null \n\t\u0001", "null", "12"),
        kind(ColumnType.text(4), "😀😀😀😀"),
        kind(ColumnType.of(Kind.BYTES), new byte[0], new byte[] {0, 1, -1, 92, 34}),
        kind(
            ColumnType.of(Kind.UUID),
            new UUID(0, 0),
            new UUID(-1, -1),
            UUID.fromString("0193e0a0-1234-7abc-8def-0123456789ab")),
        kind(
            ColumnType.of(Kind.DATE),
            LocalDate.of(2026, 11, 22),
            LocalDate.of(1500, 2, 28),
            LocalDate.of(2024, 2, 29),
            LocalDate.of(1, 1, 1),
            LocalDate.of(9999, 12, 31)),
        kind(
            ColumnType.of(Kind.TIME),
            LocalTime.MIDNIGHT,
            LocalTime.of(23, 59, 59, 999_999_000),
            LocalTime.of(1, 2, 3, 4_000)),
        kind(
            ColumnType.of(Kind.DATETIME),
            LocalDateTime.of(2026, 3, 29, 2, 30, 0, 1_000),
            LocalDateTime.of(1, 1, 1, 0, 0),
            LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000)),
        kind(
            ColumnType.of(Kind.INSTANT),
            Instant.EPOCH,
            Instant.parse("2026-11-22T14:05:06.123456Z"),
            Instant.parse("1969-12-31T23:59:59.999999Z"),
            Instant.parse("0001-01-01T00:00:00Z"),
            Instant.parse("9999-12-31T23:59:59.999999Z")),
        kind(ColumnType.of(Kind.DURATION), 0L, Long.MIN_VALUE, Long.MAX_VALUE),
        kind(LEVEL, "LOW", "it's", "{\"x\"}"),
        kind(ColumnType.of(Kind.JSON), "{\"a\": [1, 2.50, \"x\"]}", "null", "\"😀\""),
        kind(ColumnType.of(Kind.INET), Inet.parse("10.1.2.3"), Inet.parse("2001:db8::1/64")),
        kind(ColumnType.of(Kind.CIDR), Cidr.parse("10.0.0.0/8"), Cidr.parse("::/0")),
        kind(ColumnType.of(Kind.MACADDR), MacAddress.parse("08:00:2b:01:02:ff")),
        kind(
            ColumnType.of(Kind.INTERVAL),
            new Interval(0, 0, 0),
            new Interval(14, -3, 1),
            new Interval(-1, 0, -86_400_000_001L)),
        kind(ColumnType.range(Kind.BIGINT), Range.empty(), Range.all(), Range.atLeast(-5L)),
        kind(
            ColumnType.range(Kind.INSTANT),
            Range.closed(Instant.EPOCH, Instant.parse("2026-11-22T14:05:06.123456Z")),
            Range.lessThan(Instant.EPOCH)));
  }

  private static Arguments kind(ColumnType type, Object... values) {
    return Arguments.of(type, List.of(values));
  }

  private void create(ColumnType type) throws SQLException {
    String check = schema.typeCheck(syntax.quote("c"), type);
    execute("CREATE TABLE v (id INTEGER PRIMARY KEY, `c` "
        + schema.typeName(type)
        + (check.isEmpty() ? "" : " CHECK (" + check + ")")
        + ")"
        + schema.tableSuffix());
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private @Nullable Object read(ResultSet rows, ColumnType type) throws SQLException {
    Object value = switch (type.kind()) {
      case BOOLEAN -> codec.getBoolean(rows, 1);
      case SMALLINT, INT -> codec.getInt(rows, 1);
      case BIGINT, DURATION -> codec.getLong(rows, 1);
      case REAL, DOUBLE -> codec.getDouble(rows, 1);
      case DECIMAL -> codec.getDecimal(rows, 1, type);
      case TEXT, ENUM, JSON -> codec.getText(rows, 1);
      case BYTES -> codec.getBytes(rows, 1);
      case UUID -> codec.getUuid(rows, 1);
      case DATE -> codec.getDate(rows, 1);
      case TIME -> codec.getTime(rows, 1);
      case DATETIME -> codec.getDateTime(rows, 1);
      case INSTANT -> codec.getInstant(rows, 1);
      case INET, CIDR, MACADDR, INTERVAL, RANGE -> codec.getObject(rows, 1, type);
      case LIST -> codec.getList(rows, 1, Lists.elementOf(type));
      case CONVERTED -> throw new AssertionError();
    };
    return rows.wasNull() ? null : value;
  }

  private static void assertSame(@Nullable Object expected, @Nullable Object actual) {
    if (expected instanceof byte[] bytes) {
      assertArrayEquals(bytes, (byte[]) actual);
    } else if (expected instanceof List<?> list) {
      List<?> others = (List<?>) actual;
      assertNotNull(others);
      assertEquals(list.size(), others.size());
      for (int i = 0; i < list.size(); i++) {
        assertSame(list.get(i), others.get(i));
      }
    } else {
      assertEquals(expected, actual);
    }
  }

  private @Nullable Object writeAndRead(ColumnType type, @Nullable Object value)
      throws SQLException {
    String insert = "INSERT INTO v (c) VALUES (" + syntax.parameter(type) + ") RETURNING c";
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      if (value == null) {
        codec.setNull(statement, 1, type);
      } else {
        codec.setObject(statement, 1, type, value);
      }
      try (ResultSet rows = statement.executeQuery()) {
        assertTrue(rows.next());
        Object read = read(rows, type);
        assertFalse(rows.next());
        return read;
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void valueComesBackAsItWent(ColumnType type, List<Object> values) throws SQLException {
    create(type);
    for (Object value : values) {
      assertNull(codec.refuse(type, value));
      assertSame(value, writeAndRead(type, value));
    }
    assertNull(writeAndRead(type, null));
    assertSame(values.get(0), writeAndRead(type, values.get(0)));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void listComesBackAsItWent(ColumnType element, List<Object> values) throws SQLException {
    ColumnType type = ColumnType.list(element);
    create(type);
    assertSame(values, writeAndRead(type, values));
    assertSame(List.of(), writeAndRead(type, List.of()));
    assertNull(writeAndRead(type, null));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void membershipFindsEachValueAndNoOther(ColumnType type, List<Object> values)
      throws SQLException {
    create(type);
    for (Object value : values) {
      writeAndRead(type, value);
    }
    writeAndRead(type, null);
    assertEquals(values.size(), count(type, false, values));
    assertEquals(0, count(type, true, values));
    assertEquals(1, count(type, false, values.subList(0, 1)));
    assertEquals(values.size() - 1, count(type, true, values.subList(0, 1)));
  }

  private int count(ColumnType type, boolean negated, List<?> values) throws SQLException {
    TestWriter out = new TestWriter(syntax);
    out.sql("SELECT count(*) FROM v WHERE ");
    syntax.in(out, negated, part -> part.name("c"), out.value(type, values));
    try (PreparedStatement statement = out.prepare(connection, codec);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getInt(1);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void equalityFindsTheValue(ColumnType type, List<Object> values) throws SQLException {
    create(type);
    for (Object value : values) {
      writeAndRead(type, value);
    }
    for (Object value : values) {
      TestWriter out = new TestWriter(syntax);
      out.sql("SELECT count(*) FROM v WHERE c = ").bind(out.value(type, value));
      try (PreparedStatement statement = out.prepare(connection, codec);
          ResultSet rows = statement.executeQuery()) {
        rows.next();
        assertEquals(1, rows.getInt(1));
      }
    }
  }

  @Test
  void membershipOfListsComparesWholeLists() throws SQLException {
    ColumnType type = ColumnType.list(ColumnType.of(Kind.INT));
    create(type);
    writeAndRead(type, List.of(1, 2));
    writeAndRead(type, List.of(1));
    writeAndRead(type, List.of());
    assertEquals(2, count(type, false, List.of(List.of(1, 2), List.of(), List.of(9))));
    assertEquals(1, count(type, true, List.of(List.of(1, 2), List.of())));
  }

  @Test
  void anyDoubleIsFoundAmongMany() throws SQLException {
    ColumnType type = ColumnType.of(Kind.DOUBLE);
    create(type);
    Random random = new Random(1);
    List<Double> values = random
        .longs()
        .mapToObj(Double::longBitsToDouble)
        .filter(value -> !Double.isNaN(value))
        .limit(2_000)
        .toList();
    for (Double value : values) {
      assertEquals(value, writeAndRead(type, value));
    }
    assertEquals(values.size(), count(type, false, values));
  }

  @Test
  void typedSettersSendTheSameAsSetObject() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(
        "SELECT typeof(?1), typeof(?2), typeof(?3), typeof(?4), typeof(?5), typeof(?6)")) {
      codec.setBoolean(statement, 1, true);
      codec.setInt(statement, 2, 2);
      codec.setLong(statement, 3, 3L);
      codec.setDouble(statement, 4, ColumnType.of(Kind.DOUBLE), 4);
      codec.setText(statement, 5, "x");
      codec.setNull(statement, 6, ColumnType.of(Kind.BYTES));
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        assertEquals("integer", rows.getString(1));
        assertEquals("integer", rows.getString(2));
        assertEquals("integer", rows.getString(3));
        assertEquals("real", rows.getString(4));
        assertEquals("text", rows.getString(5));
        assertEquals("null", rows.getString(6));
      }
    }
  }

  static Stream<Arguments> ordered() {
    return kinds().filter(kind -> {
      ColumnType type = (ColumnType) kind.get()[0];
      return new SqliteSyntax(new DecimalForm(false)).isOrdered(type) && type.kind() != Kind.TEXT;
    });
  }

  @ParameterizedTest
  @MethodSource("ordered")
  @SuppressWarnings({"unchecked", "rawtypes"})
  void orderIsThatOfJava(ColumnType type, List<Object> values) throws SQLException {
    create(type);
    for (Object value : values) {
      writeAndRead(type, value);
    }
    List<Object> sorted = (List<Object>) (List) ((List<Comparable>) (List) values)
        .stream().sorted(SqliteCodecTest::compare).toList();
    try (PreparedStatement statement = connection.prepareStatement("SELECT c FROM v ORDER BY v.c");
        ResultSet rows = statement.executeQuery()) {
      for (Object value : sorted) {
        rows.next();
        assertEquals(value, read(rows, type));
      }
    }
  }

  /** As PostgreSQL does, and unlike Java, whose UUIDs have a sign. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  private static int compare(Comparable one, Comparable other) {
    return one instanceof UUID ? one.toString().compareTo(other.toString()) : one.compareTo(other);
  }

  @Test
  void timeWithoutFractionComesBeforeOneWith() throws SQLException {
    ColumnType type = ColumnType.of(Kind.INSTANT);
    create(type);
    writeAndRead(type, Instant.parse("2026-01-01T00:00:00.000001Z"));
    writeAndRead(type, Instant.parse("2026-01-01T00:00:01Z"));
    writeAndRead(type, Instant.parse("2026-01-01T00:00:00Z"));
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT group_concat(c, '|' ORDER BY c) FROM v")) {
      rows.next();
      assertEquals(
          "2026-01-01 00:00:00|2026-01-01 00:00:00.000001|2026-01-01 00:00:01", rows.getString(1));
    }
  }

  @Test
  void ownFunctionsOfTheDatabaseReadAndWriteOurTimes() throws SQLException {
    create(ColumnType.of(Kind.INSTANT));
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT datetime('2026-11-22T14:05:06Z'), CURRENT_TIMESTAMP")) {
      rows.next();
      assertEquals(Instant.parse("2026-11-22T14:05:06Z"), codec.getInstant(rows, 1));
      assertNotNull(codec.getInstant(rows, 2));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T14:05:06Z, 2026-11-22T14:05:06Z",
    "2026-11-22 14:05:06Z, 2026-11-22T14:05:06Z",
    "2026-11-22 14:05, 2026-11-22T14:05:00Z",
    "2026-11-22 14:05:06.1, 2026-11-22T14:05:06.1Z",
    "2026-11-22 14:05:06.123, 2026-11-22T14:05:06.123Z",
    "2026-11-22 14:05:06.123456789, 2026-11-22T14:05:06.123456789Z"
  })
  void otherFormsOfTimesAreRead(String stored, Instant expected) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT ?")) {
      statement.setString(1, stored);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        assertEquals(expected, codec.getInstant(rows, 1));
      }
    }
  }

  static Stream<Arguments> unstorable() {
    return Stream.of(
        Arguments.of(ColumnType.text(0), "a\0b"),
        Arguments.of(ColumnType.text(0), "\uD83D"),
        Arguments.of(ColumnType.text(0), "\uDE00 a"),
        Arguments.of(ColumnType.text(0), "\uD83Dx"),
        Arguments.of(ColumnType.list(ColumnType.text(0)), List.of("a", "\0")),
        Arguments.of(ColumnType.of(Kind.JSON), "\"\\u0000\""),
        Arguments.of(ColumnType.of(Kind.JSON), "\"\\ud83d\""),
        Arguments.of(ColumnType.of(Kind.JSON), "\"\\ude00\""),
        Arguments.of(ColumnType.of(Kind.JSON), "\"\\ud83d\\u0041\""),
        Arguments.of(ColumnType.of(Kind.DOUBLE), Double.NaN),
        Arguments.of(ColumnType.of(Kind.REAL), Double.NaN),
        Arguments.of(ColumnType.list(ColumnType.of(Kind.DOUBLE)), List.of(1d, Double.NaN)),
        Arguments.of(ColumnType.of(Kind.DATE), LocalDate.of(0, 12, 31)),
        Arguments.of(ColumnType.of(Kind.DATE), LocalDate.of(10_000, 1, 1)),
        Arguments.of(ColumnType.of(Kind.DATE), LocalDate.MAX),
        Arguments.of(ColumnType.of(Kind.DATETIME), LocalDateTime.MIN),
        Arguments.of(ColumnType.of(Kind.DATETIME), LocalDateTime.of(10_000, 1, 1, 0, 0)),
        Arguments.of(ColumnType.of(Kind.INSTANT), Instant.parse("0000-12-31T23:59:59Z")),
        Arguments.of(ColumnType.of(Kind.INSTANT), Instant.MAX),
        Arguments.of(ColumnType.of(Kind.DECIMAL), new BigDecimal("1e-16384")),
        Arguments.of(ColumnType.of(Kind.DECIMAL), new BigDecimal("1e131072")));
  }

  @ParameterizedTest
  @MethodSource("unstorable")
  void unstorableValueIsRefusedWithoutShowingIt(ColumnType type, Object value) {
    assertTrue(codec.mayRefuse(type));
    String reason = codec.refuse(type, value);
    assertNotNull(reason);
    assertFalse(reason.contains(String.valueOf(value) + " "), reason);
  }

  @Test
  void kindsThatAreNeverRefusedNeedNoLook() {
    for (Kind kind :
        List.of(Kind.BOOLEAN, Kind.INT, Kind.BIGINT, Kind.UUID, Kind.TIME, Kind.BYTES)) {
      assertFalse(codec.mayRefuse(ColumnType.of(kind)), kind.name());
    }
    assertFalse(codec.mayRefuse(ColumnType.decimal(10, 2)));
  }

  static Stream<Arguments> unreadable() {
    return Stream.of(
        Arguments.of(ColumnType.of(Kind.BOOLEAN), "2"),
        Arguments.of(ColumnType.of(Kind.BOOLEAN), "'true'"),
        Arguments.of(ColumnType.of(Kind.INT), "3000000000"),
        Arguments.of(ColumnType.of(Kind.INT), "'abc'"),
        Arguments.of(ColumnType.of(Kind.INT), "'12'"),
        Arguments.of(ColumnType.of(Kind.INT), "1.5"),
        Arguments.of(ColumnType.of(Kind.INT), "x'01'"),
        Arguments.of(ColumnType.of(Kind.BIGINT), "'abc'"),
        Arguments.of(ColumnType.of(Kind.BIGINT), "1.0"),
        Arguments.of(ColumnType.of(Kind.DOUBLE), "'1.5'"),
        Arguments.of(ColumnType.of(Kind.DOUBLE), "x'01'"),
        Arguments.of(ColumnType.decimal(10, 2), "1.5"),
        Arguments.of(ColumnType.decimal(10, 2), "'1.50'"),
        Arguments.of(ColumnType.decimal(38, 2), "1"),
        Arguments.of(ColumnType.decimal(38, 2), "'1.234'"),
        Arguments.of(ColumnType.of(Kind.DECIMAL), "'abc'"),
        Arguments.of(ColumnType.text(0), "1"),
        Arguments.of(ColumnType.text(0), "1.5"),
        Arguments.of(ColumnType.text(0), "x'61'"),
        Arguments.of(ColumnType.of(Kind.BYTES), "'61'"),
        Arguments.of(ColumnType.of(Kind.BYTES), "1"),
        Arguments.of(ColumnType.of(Kind.UUID), "'abc'"),
        Arguments.of(ColumnType.of(Kind.UUID), "'1-1-1-1-1'"),
        Arguments.of(ColumnType.of(Kind.UUID), "x'00'"),
        Arguments.of(ColumnType.of(Kind.DATE), "'2026-02-30'"),
        Arguments.of(ColumnType.of(Kind.DATE), "'2026-2-3'"),
        Arguments.of(ColumnType.of(Kind.DATE), "'2026/02/03'"),
        Arguments.of(ColumnType.of(Kind.DATE), "'2026-02-03 00:00:00'"),
        Arguments.of(ColumnType.of(Kind.DATE), "'20x6-02-03'"),
        Arguments.of(ColumnType.of(Kind.DATE), "2460000"),
        Arguments.of(ColumnType.of(Kind.DATE), "''"),
        Arguments.of(ColumnType.of(Kind.TIME), "'25:00:00'"),
        Arguments.of(ColumnType.of(Kind.TIME), "'1:00'"),
        Arguments.of(ColumnType.of(Kind.TIME), "'10:00:00.'"),
        Arguments.of(ColumnType.of(Kind.TIME), "'10:00:00.1234567890'"),
        Arguments.of(ColumnType.of(Kind.TIME), "''"),
        Arguments.of(ColumnType.of(Kind.DATETIME), "'2026-02-03'"),
        Arguments.of(ColumnType.of(Kind.DATETIME), "'2026-02-03_10:00:00'"),
        Arguments.of(ColumnType.of(Kind.DATETIME), "'2026-02-03 10:00:00Z'"),
        Arguments.of(ColumnType.of(Kind.DATETIME), "0"),
        Arguments.of(ColumnType.of(Kind.INSTANT), "'2026-02-03 10:00:00+01:00'"),
        Arguments.of(ColumnType.of(Kind.INSTANT), "'Z'"),
        Arguments.of(ColumnType.list(ColumnType.of(Kind.INT)), "'[1,null]'"),
        Arguments.of(ColumnType.list(ColumnType.of(Kind.INT)), "'[3000000000]'"),
        Arguments.of(ColumnType.list(ColumnType.of(Kind.INT)), "'[1.5]'"),
        Arguments.of(ColumnType.list(ColumnType.of(Kind.INT)), "'{}'"),
        Arguments.of(ColumnType.list(ColumnType.of(Kind.INT)), "'abc'"),
        Arguments.of(ColumnType.list(ColumnType.of(Kind.INT)), "7"),
        Arguments.of(ColumnType.list(ColumnType.text(0)), "'[1]'"),
        Arguments.of(ColumnType.list(ColumnType.of(Kind.BYTES)), "'[\"abc\"]'"),
        Arguments.of(ColumnType.list(ColumnType.of(Kind.DATE)), "'[\"x\"]'"));
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void storedValueOfAnotherKindIsAnErrorAndNeverZero(ColumnType type, String sql)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT " + sql);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      assertThrows(SQLException.class, () -> read(rows, type));
    }
  }

  @Test
  void wholeNumberIsReadAsDouble() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT 3");
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      assertEquals(3d, codec.getDouble(rows, 1));
    }
  }

  @Test
  void nullIsNoValueOfAnyKind() throws SQLException {
    List<ColumnType> types = kinds().map(kind -> (ColumnType) kind.get()[0]).toList();
    try (PreparedStatement statement = connection.prepareStatement("SELECT NULL");
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      for (ColumnType type : types) {
        assertNull(read(rows, type), type.toString());
        assertNull(read(rows, ColumnType.list(type)), type.toString());
      }
    }
  }

  static Stream<Arguments> nativeDecimals() {
    return Stream.of(
        Arguments.of("NUMERIC", "12.50", "12.50"),
        Arguments.of("NUMERIC", "12", "12.00"),
        Arguments.of("NUMERIC", "0.1", "0.10"),
        Arguments.of("REAL", "12", "12.00"),
        Arguments.of("REAL", "0.1", "0.10"),
        Arguments.of("REAL", "1234567890123.45", "1234567890123.45"),
        Arguments.of("DECIMAL(15,2)", "-7.05", "-7.05"));
  }

  @ParameterizedTest
  @MethodSource("nativeDecimals")
  void nativeDecimalsAreReadExactly(String columnType, String stored, BigDecimal expected)
      throws SQLException {
    close();
    open("jdbc:sqlite::memory:?decimals=native");
    ColumnType type = ColumnType.decimal(15, 2);
    execute("CREATE TABLE v (c " + columnType + ")");
    execute("INSERT INTO v VALUES (" + stored + ")");
    try (PreparedStatement statement = connection.prepareStatement("SELECT c FROM v");
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      assertEquals(expected, codec.getDecimal(rows, 1, type));
    }
    assertEquals(expected, writeAndRead(type, expected));
    assertEquals(2, count(type, false, List.of(expected)));
    assertEquals("number", kindOfStored());
  }

  private String kindOfStored() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(
            "SELECT iif(typeof(c) IN ('integer', 'real'), 'number', typeof(c)) FROM v")) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Test
  void nativeDecimalWithMoreDigitsThanDeclaredIsAnError() throws SQLException {
    close();
    open("jdbc:sqlite::memory:?decimals=native");
    try (PreparedStatement statement = connection.prepareStatement("SELECT 1.234, x'00'");
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      assertThrows(SQLException.class, () -> codec.getDecimal(rows, 1, ColumnType.decimal(10, 2)));
      assertThrows(SQLException.class, () -> codec.getDecimal(rows, 2, ColumnType.decimal(10, 2)));
    }
  }

  @Test
  void sumOfDoublesReadsAsTheDecimalItShows() throws SQLException {
    close();
    open("jdbc:sqlite::memory:?decimals=native");
    try (PreparedStatement statement = connection.prepareStatement("SELECT 0.1 + 0.2");
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      assertEquals(new BigDecimal("0.30"), codec.getDecimal(rows, 1, ColumnType.decimal(10, 2)));
    }
  }
}
