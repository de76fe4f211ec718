package orm.api.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {
  @Test
  void textReadsBackAsItself() {
    for (String text : List.of(
        "{}",
        "[]",
        "{\"a\":[1,2.50,-3E+7,null,true,false,\"x\"],\"b\":{\"c\":{}}}",
        "\"quote \\\" backslash \\\\ \\n \\r \\t \\u0001 é 😀\"",
        "0",
        "-0.1")) {
      assertEquals(text, Json.parse(text).toString());
    }
    assertEquals("\"/é\b\f\"", "\"" + Json.parse("\"\\/\\u00e9\\b\\f\"").text() + "\"");
  }

  @Test
  void equalityIsThatOfTheData() {
    assertEquals(Json.parse("{\"a\":1,\"b\":2}"), Json.parse(" { \"b\" : 2.0, \"a\" : 1e0 } "));
    assertEquals(
        Json.parse("{\"a\":1,\"b\":2}").hashCode(),
        Json.parse("{\"b\":2.00,\"a\":1}").hashCode());
    assertEquals(Json.parse("{\"a\":2}"), Json.parse("{\"a\":1,\"a\":2}"));
    assertNotEquals(Json.parse("[1,2]"), Json.parse("[2,1]"));
    assertNotEquals(Json.parse("1"), Json.parse("\"1\""));
  }

  @Test
  void whatIsNoJsonIsRefusedWithThePlaceButNotTheText() {
    for (String wrong : List.of(
        "",
        " ",
        "{",
        "[1,]",
        "{\"a\"}",
        "{a:1}",
        "01",
        "1.",
        ".5",
        "+1",
        "1e",
        "tru",
        "nul",
        "\"a",
        "\"\\x\"",
        "\"\\u12g4\"",
        "\"\u0001\"",
        "[1] 2",
        "'a'",
        "NaN",
        "{\"secret\":}",
        "[".repeat(1000) + "]".repeat(1000),
        "1e99999999999")) {
      IllegalArgumentException error =
          assertThrows(IllegalArgumentException.class, () -> Json.parse(wrong), wrong);
      assertFalse(String.valueOf(error.getMessage()).contains("secret"));
      assertTrue(String.valueOf(error.getMessage()).contains("at character"));
    }
  }

  @Test
  void valuesAreMadeAndReadWithoutText() {
    Json document = Json.object()
        .put("text", Json.of("x"))
        .put("number", Json.of(7L))
        .put("decimal", Json.of(new BigDecimal("1.50")))
        .put("flag", Json.of(true))
        .put("none", Json.of((String) null))
        .put("list", Json.array(List.of(Json.of(1), Json.ofNull())))
        .build();
    assertEquals(
        "{\"text\":\"x\",\"number\":7,\"decimal\":1.50,\"flag\":true,\"none\":null,\"list\":[1,null]}",
        document.toString());
    assertEquals("x", document.get("text").text());
    assertEquals(new BigDecimal("7"), document.get("number").number());
    assertTrue(document.get("flag").bool());
    assertTrue(document.get("none").isNull());
    assertTrue(document.get("missing").isNull());
    assertEquals(2, document.get("list").elements().size());
    assertThrows(IllegalStateException.class, () -> document.get("text").number());
    assertThrows(IllegalArgumentException.class, () -> Json.of(Double.NaN));
  }
}
