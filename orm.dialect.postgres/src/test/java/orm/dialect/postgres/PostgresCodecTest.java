package orm.dialect.postgres;

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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
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

/** Every kind of value comes back as it went, by every way that there is. */
class PostgresCodecTest {
  private static final ColumnType MOOD =
      ColumnType.enumeration("Mood \"x\"", List.of("SAD", "it's", "so \\ so"));
  private static final ColumnType LEVEL = ColumnType.enumeration(null, List.of("LOW", "HIGH"));

  private static Connector connector;
  private static Connection connection;
  private static SqlSyntax syntax;
  private static SchemaSyntax schema;
  private static ValueCodec codec;

  @BeforeAll
  static void open() throws SQLException {
    connector = TestServer.connector(TestServer.newDatabase());
    connection = connector.dataSource().getConnection();
    syntax = connector.syntax();
    schema = connector.schemaSyntax();
    codec = connector.codec();
    connector.check(connection);
  }

  @AfterAll
  static void close() throws SQLException {
    connection.close();
    connector.close();
  }

  static Stream<Arguments> kinds() {
    return Stream.of(
        kind(ColumnType.of(Kind.BOOLEAN), true, false),
        kind(ColumnType.of(Kind.SMALLINT), 0, -32_768, 32_767),
        kind(ColumnType.of(Kind.INT), 0, Integer.MIN_VALUE, Integer.MAX_VALUE),
        kind(ColumnType.of(Kind.BIGINT), 0L, Long.MIN_VALUE, Long.MAX_VALUE),
        kind(
            ColumnType.of(Kind.REAL),
            0d,
            (double) 0.1f,
            (double) Float.MAX_VALUE,
            (double) Float.MIN_VALUE,
            Double.NaN,
            Double.NEGATIVE_INFINITY),
        kind(
            ColumnType.of(Kind.DOUBLE),
            0d,
            0.1,
            -1.0 / 3,
            Double.MAX_VALUE,
            Double.MIN_VALUE,
            Double.NaN,
            Double.POSITIVE_INFINITY),
        kind(
            ColumnType.decimal(10, 2),
            new BigDecimal("0.00"),
            new BigDecimal("12345678.90"),
            new BigDecimal("-99999999.99")),
        kind(
            ColumnType.decimal(38, 10),
            new BigDecimal("1234567890123456789.0123456789"),
            new BigDecimal("-0.0000000001")),
        kind(
            ColumnType.of(Kind.DECIMAL),
            new BigDecimal("1.50"),
            new BigDecimal("1e-400"),
            new BigDecimal("123456789012345678901234567890")),
        kind(ColumnType.text(0), "", " a ", "é 😀 \" \\ ' { } , NULL null \n\t", "null"),
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
            LocalDate.of(1, 1, 1),
            LocalDate.of(0, 12, 31),
            LocalDate.of(-4712, 1, 1),
            LocalDate.of(12_345, 6, 7),
            LocalDate.of(5_874_897, 12, 31)),
        kind(
            ColumnType.of(Kind.TIME),
            LocalTime.MIDNIGHT,
            LocalTime.of(23, 59, 59, 999_999_000),
            LocalTime.of(1, 2, 3, 4_000)),
        kind(
            ColumnType.of(Kind.DATETIME),
            LocalDateTime.of(2026, 3, 29, 2, 30, 0, 1_000),
            LocalDateTime.of(1, 1, 1, 0, 0),
            LocalDateTime.of(-44, 3, 15, 12, 0),
            LocalDateTime.of(-4712, 1, 1, 0, 0),
            LocalDateTime.of(294_276, 12, 31, 23, 59, 59, 999_999_000)),
        kind(
            ColumnType.of(Kind.INSTANT),
            Instant.EPOCH,
            Instant.parse("2026-11-22T14:05:06.123456Z"),
            Instant.parse("1969-12-31T23:59:59.999999Z"),
            Instant.parse("0001-01-01T00:00:00Z"),
            Instant.parse("-0044-03-15T12:00:00Z"),
            Instant.parse("-4712-01-01T00:00:00Z"),
            Instant.parse("+294276-12-31T23:59:59.999999Z")),
        kind(ColumnType.of(Kind.DURATION), 0L, Long.MIN_VALUE, Long.MAX_VALUE),
        kind(LEVEL, "LOW", "HIGH"),
        kind(MOOD, "SAD", "it's", "so \\ so"),
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

  private static String create(ColumnType type) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String preparation : schema.prepareType(type)) {
        statement.execute(preparation);
        statement.execute(preparation); // does nothing where it is there
      }
      String check = schema.typeCheck(syntax.quote("c"), type);
      statement.execute("CREATE TEMPORARY TABLE v (id integer, \"c\" "
          + schema.typeName(type)
          + (check.isEmpty() ? "" : " CHECK (" + check + ")")
          + ")");
    }
    return "v";
  }

  @AfterEach
  void drop() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS v");
    }
  }

  private static @Nullable Object read(ResultSet rows, ColumnType type) throws SQLException {
    Object value = switch (type.kind()) {
      case BOOLEAN -> codec.getBoolean(rows, 1);
      case SMALLINT, INT -> codec.getInt(rows, 1);
      case BIGINT, DURATION -> codec.getLong(rows, 1);
      case REAL -> (double) (float) codec.getDouble(rows, 1);
      case DOUBLE -> codec.getDouble(rows, 1);
      case DECIMAL -> codec.getDecimal(rows, 1, type);
      case TEXT, ENUM, JSON -> codec.getText(rows, 1);
      case BYTES -> codec.getBytes(rows, 1);
      case UUID -> codec.getUuid(rows, 1);
      case DATE -> codec.getDate(rows, 1);
      case TIME -> codec.getTime(rows, 1);
      case DATETIME -> codec.getDateTime(rows, 1);
      case INSTANT -> codec.getInstant(rows, 1);
      case INET, CIDR, MACADDR, INTERVAL, RANGE -> codec.getObject(rows, 1, type);
      case LIST -> codec.getList(rows, 1, PostgresSyntax.elementOf(type));
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

  @ParameterizedTest
  @MethodSource("kinds")
  void valueComesBackAsItWent(ColumnType type, List<Object> values) throws SQLException {
    String table = create(type);
    // Often enough for the driver to change to its binary format.
    for (int round = 0; round < 8; round++) {
      for (Object value : values) {
        assertNull(codec.refuse(type, value));
        assertSame(value, writeAndRead(table, type, value));
      }
      assertNull(writeAndRead(table, type, null));
    }
  }

  private static @Nullable Object writeAndRead(
      String table, ColumnType type, @Nullable Object value) throws SQLException {
    String insert =
        "INSERT INTO " + table + " (c) VALUES (" + syntax.parameter(type) + ") RETURNING c";
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      if (value == null) {
        codec.setNull(statement, 1, type);
      } else {
        codec.setObject(statement, 1, type, value);
      }
      try (ResultSet rows = statement.executeQuery()) {
        assertTrue(rows.next());
        return read(rows, type);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void rowsTravelAsOneArray(ColumnType type, List<Object> values) throws SQLException {
    String table = create(type);
    for (int round = 0; round < 7; round++) {
      List<@Nullable Object> sent = new ArrayList<>(values);
      sent.add(null);
      assertSame(sent, throughArray(table, type, sent));
    }
  }

  private static List<@Nullable Object> throughArray(
      String table, ColumnType type, List<@Nullable Object> sent) throws SQLException {
    String insert = "INSERT INTO " + table + " (c) SELECT " + syntax.arrayElement("sent.c0", type)
        + " FROM unnest(" + syntax.arrayParameter(type)
        + ") WITH ORDINALITY AS sent(c0, n) ORDER BY n RETURNING c";
    List<@Nullable Object> read = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      codec.setElements(statement, 1, type, sent);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          read.add(read(rows, type));
        }
      }
    }
    return read;
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void listComesBackAsItWent(ColumnType element, List<Object> values) throws SQLException {
    ColumnType type = ColumnType.list(element);
    String table = create(type);
    for (int round = 0; round < 7; round++) {
      assertSame(values, writeAndRead(table, type, values));
      assertSame(List.of(), writeAndRead(table, type, List.of()));
      assertNull(writeAndRead(table, type, null));
      List<@Nullable Object> lists = Arrays.asList(values, null, List.of());
      assertSame(lists, throughArray(table, type, lists));
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void membershipFindsEachValueAndNoOther(ColumnType type, List<Object> values)
      throws SQLException {
    String table = create(type);
    for (Object value : values) {
      writeAndRead(table, type, value);
    }
    writeAndRead(table, type, null);
    assertEquals(values.size(), count(type, false, values));
    assertEquals(0, count(type, true, values));
    assertEquals(1, count(type, false, values.subList(0, 1)));
    assertEquals(values.size() - 1, count(type, true, values.subList(0, 1)));
  }

  private static int count(ColumnType type, boolean negated, List<Object> values)
      throws SQLException {
    TestWriter out = new TestWriter(syntax);
    out.sql("SELECT count(*) FROM v WHERE ");
    syntax.in(out, negated, part -> part.name("c"), out.value(type, values));
    try (PreparedStatement statement = out.prepare(connection, codec);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getInt(1);
    }
  }

  @Test
  void membershipOfListsComparesWholeLists() throws SQLException {
    ColumnType type = ColumnType.list(ColumnType.of(Kind.INT));
    String table = create(type);
    writeAndRead(table, type, List.of(1, 2));
    writeAndRead(table, type, List.of(1));
    writeAndRead(table, type, List.of());
    assertEquals(2, count(type, false, List.of(List.of(1, 2), List.of(), List.of(9))));
    assertEquals(1, count(type, true, List.of(List.of(1, 2), List.of())));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void nullAndValueAreOfOneType(ColumnType type, List<Object> values) throws SQLException {
    create(type);
    String sql = "SELECT " + syntax.parameter(type) + " IS NULL";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      codec.setNull(statement, 1, type);
      String ofNull = parameterType(statement);
      codec.setObject(statement, 1, type, values.get(0));
      assertEquals(ofNull, parameterType(statement));
      codec.setNull(statement, 1, type);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        assertTrue(rows.getBoolean(1));
      }
    }
  }

  private static String parameterType(PreparedStatement statement) throws SQLException {
    return statement.getParameterMetaData().getParameterTypeName(1);
  }

  @Test
  void typedSettersSendTheSameAsSetObject() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT ?, ?, ?, ?, ?, ?")) {
      codec.setBoolean(statement, 1, true);
      codec.setInt(statement, 2, 2);
      codec.setLong(statement, 3, 3L);
      codec.setDouble(statement, 4, ColumnType.of(Kind.DOUBLE), 0.1);
      codec.setDouble(statement, 5, ColumnType.of(Kind.REAL), 0.1f);
      codec.setText(statement, 6, "x");
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        assertEquals("bool", rows.getMetaData().getColumnTypeName(1));
        assertEquals("int4", rows.getMetaData().getColumnTypeName(2));
        assertEquals("int8", rows.getMetaData().getColumnTypeName(3));
        assertEquals("float8", rows.getMetaData().getColumnTypeName(4));
        assertEquals("float4", rows.getMetaData().getColumnTypeName(5));
        assertEquals("x", rows.getString(6));
      }
    }
  }

  @Test
  void realColumnEqualsTheFloatThatItHolds() throws SQLException {
    ColumnType type = ColumnType.of(Kind.REAL);
    writeAndRead(create(type), type, (double) 0.1f);
    TestWriter out = new TestWriter(syntax);
    out.sql("SELECT count(*) FROM v WHERE c = ").bind(out.value(type, (double) 0.1f));
    try (PreparedStatement statement = out.prepare(connection, codec);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      assertEquals(1, rows.getInt(1));
    }
  }

  @Test
  void sessionTimeZoneChangesNothing() throws SQLException {
    TimeZone before = TimeZone.getDefault();
    ColumnType list = ColumnType.list(ColumnType.of(Kind.INSTANT));
    List<Instant> instants =
        List.of(Instant.parse("1850-01-01T00:00:00.5Z"), Instant.parse("-0044-03-15T12:00:00Z"));
    TimeZone.setDefault(TimeZone.getTimeZone("Europe/Amsterdam")); // +00:19:32 before 1937
    try (Connection other = connector.dataSource().getConnection();
        PreparedStatement statement =
            other.prepareStatement("SELECT " + syntax.parameter(list) + ", ?, ?")) {
      codec.setObject(statement, 1, list, instants);
      codec.setObject(statement, 2, ColumnType.of(Kind.INSTANT), instants.get(0));
      codec.setObject(
          statement, 3, ColumnType.of(Kind.DATETIME), LocalDateTime.of(2026, 3, 29, 2, 30));
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        assertEquals(instants, codec.getList(rows, 1, ColumnType.of(Kind.INSTANT)));
        assertEquals(instants.get(0), codec.getInstant(rows, 2));
        assertEquals(LocalDateTime.of(2026, 3, 29, 2, 30), codec.getDateTime(rows, 3));
      }
    } finally {
      TimeZone.setDefault(before);
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
        Arguments.of(ColumnType.of(Kind.JSON), "\"\\\\\\u0000\""),
        Arguments.of(ColumnType.of(Kind.JSON), "\"\\ud83d\""),
        Arguments.of(ColumnType.of(Kind.JSON), "\"\\ude00\""),
        Arguments.of(ColumnType.of(Kind.JSON), "\"\\ud83d\\u0041\""),
        Arguments.of(ColumnType.of(Kind.DATE), LocalDate.MAX),
        Arguments.of(ColumnType.of(Kind.DATE), LocalDate.MIN),
        Arguments.of(ColumnType.of(Kind.DATE), LocalDate.of(-4713, 12, 31)),
        Arguments.of(ColumnType.of(Kind.DATE), LocalDate.of(5_874_898, 1, 1)),
        Arguments.of(ColumnType.of(Kind.DATETIME), LocalDateTime.MAX),
        Arguments.of(ColumnType.of(Kind.DATETIME), LocalDateTime.of(294_277, 1, 1, 0, 0)),
        Arguments.of(ColumnType.of(Kind.INSTANT), Instant.MIN),
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
    assertFalse(reason.contains(String.valueOf(value)), reason);
  }

  @Test
  void escapedBackslashBeforeUnicodeIsNoEscape() throws SQLException {
    ColumnType type = ColumnType.of(Kind.JSON);
    String json = "\"\\\\u0000 \\ud83d\\ude00\"";
    assertNull(codec.refuse(type, json));
    assertEquals("\"\\\\u0000 😀\"", writeAndRead(create(type), type, json));
  }

  @Test
  void kindsThatAreNeverRefusedNeedNoLook() {
    for (Kind kind :
        List.of(Kind.BOOLEAN, Kind.INT, Kind.BIGINT, Kind.DOUBLE, Kind.UUID, Kind.TIME)) {
      assertFalse(codec.mayRefuse(ColumnType.of(kind)), kind.name());
    }
    assertFalse(codec.mayRefuse(ColumnType.decimal(10, 2)));
  }

  static Stream<Arguments> unreadable() {
    return Stream.of(
        Arguments.of(ColumnType.of(Kind.DATE), "'infinity'::date"),
        Arguments.of(ColumnType.of(Kind.DATE), "'-infinity'::date"),
        Arguments.of(ColumnType.of(Kind.DATETIME), "'infinity'::timestamp"),
        Arguments.of(ColumnType.of(Kind.DATETIME), "'-infinity'::timestamp"),
        Arguments.of(ColumnType.of(Kind.INSTANT), "'infinity'::timestamptz"),
        Arguments.of(ColumnType.of(Kind.INSTANT), "'-infinity'::timestamptz"),
        Arguments.of(ColumnType.of(Kind.TIME), "'24:00'::time"),
        Arguments.of(ColumnType.of(Kind.DECIMAL), "'NaN'::numeric"),
        Arguments.of(ColumnType.of(Kind.DECIMAL), "'Infinity'::numeric"),
        Arguments.of(ColumnType.decimal(10, 2), "1.234::numeric"),
        Arguments.of(ColumnType.of(Kind.INT), "3000000000"),
        Arguments.of(ColumnType.of(Kind.INT), "'abc'::text"),
        Arguments.of(ColumnType.of(Kind.UUID), "'abc'::text"),
        Arguments.of(ColumnType.list(ColumnType.of(Kind.INT)), "ARRAY[1, NULL]"),
        Arguments.of(ColumnType.list(ColumnType.of(Kind.INT)), "ARRAY[[1], [2]]"),
        Arguments.of(ColumnType.list(ColumnType.of(Kind.INT)), "'abc'::text"),
        Arguments.of(ColumnType.list(ColumnType.of(Kind.INT)), "ARRAY[3000000000]"),
        Arguments.of(ColumnType.list(ColumnType.of(Kind.DATE)), "ARRAY['infinity'::date]"),
        Arguments.of(ColumnType.list(ColumnType.of(Kind.DECIMAL)), "ARRAY['NaN'::numeric]"));
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void unreadableValueIsAnErrorInBothFormats(ColumnType type, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT " + sql)) {
      for (int round = 0; round < 8; round++) {
        try (ResultSet rows = statement.executeQuery()) {
          rows.next();
          assertThrows(SQLException.class, () -> read(rows, type));
        }
      }
    }
  }

  @Test
  void arrayWithBoundsOfItsOwnIsRead() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT '[0:1]={7,8}'::int[]")) {
      rows.next();
      assertEquals(List.of(7, 8), codec.getList(rows, 1, ColumnType.of(Kind.INT)));
    }
  }
}
