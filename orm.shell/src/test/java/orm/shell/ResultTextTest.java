package orm.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import orm.api.sql.SqlResult;

/** Rows for people and for programs. */
class ResultTextTest {
  private static final SqlResult ROWS = new SqlResult(
      List.of("a", "b, \"c\""),
      List.of(
          List.of(Optional.of(1L), Optional.of("x\ny\u001b[31m")),
          List.of(Optional.of(new BigDecimal("1E+3")), Optional.empty()),
          List.of(Optional.of(true), Optional.of("")),
          List.of(Optional.of(Double.NaN), Optional.of("q\"r"))),
      true,
      -1);

  private static String printed(BiConsumer<SqlResult, PrintStream> form) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    form.accept(ROWS, new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aTableHasOneLineForEachRowAndCommandsNoTerminal() {
    assertEquals(
        List.of("a     b, \"c\"", "1     x\\ny\\u001b[31m", "1000  NULL", "true", "NaN   q\"r"),
        printed(ResultText::table).lines().toList());
  }

  @Test
  void csvTellsNullFromEmptyText() {
    assertEquals(
        "a,\"b, \"\"c\"\"\"\r\n1,\"x\ny\u001b[31m\"\r\n1000,\r\ntrue,\"\"\r\nNaN,\"q\"\"r\"\r\n",
        printed(ResultText::csv));
  }

  @Test
  void jsonHasNumbersAndTruthValues() {
    assertEquals(
        List.of(
            "[{\"a\": 1, \"b, \\\"c\\\"\": \"x\\ny\\u001b[31m\"},",
            " {\"a\": 1000, \"b, \\\"c\\\"\": null},",
            " {\"a\": true, \"b, \\\"c\\\"\": \"\"},",
            " {\"a\": \"NaN\", \"b, \\\"c\\\"\": \"q\\\"r\"}]"),
        printed(ResultText::json).lines().toList());
  }
}
