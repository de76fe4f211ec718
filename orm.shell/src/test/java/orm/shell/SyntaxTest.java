package orm.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Options are read as help tells them. */
class SyntaxTest {
  private static final String[] HELP = {
    "sing <tune> [options]: Sings.",
    "sing: Example: sing sevens --loud",
    "sing: --loud: At full voice.",
    "sing: --key NAME: In this key. May be repeated.",
    "sing: --wait TIME: Before it begins.",
    "sing: --count N: So often.",
    "hum <note>…: Hums.",
    "whistle [tune] [options]: Whistles."
  };

  private static Options parse(String command, String... words) {
    return new Syntax(CommandHelp.of(HELP, command)).parse(List.of(words));
  }

  private static String refusal(String command, String... words) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, () -> parse(command, words))
        .getMessage());
  }

  @Test
  void optionsAndArgumentsMayStandInAnyOrder() {
    Options options = parse("sing", "--key", "a", "sevens", "--loud", "--key=b", "--wait", "5m");

    assertEquals(List.of("sevens"), options.arguments());
    assertTrue(options.has("loud"));
    assertFalse(options.has("count"));
    assertEquals(List.of("a", "b"), options.values("key"));
    assertEquals(Optional.of("b"), options.value("key"));
    assertEquals(Optional.of(Duration.ofMinutes(5)), options.time("wait"));
  }

  @Test
  void aValueMayLookLikeAnOptionAndAnArgumentToo() {
    assertEquals(Optional.of("--loud"), parse("sing", "x", "--key", "--loud").value("key"));
    assertEquals(List.of("--loud"), parse("sing", "--", "--loud").arguments());
    assertEquals(List.of("a", "b", "c"), parse("hum", "a", "b", "c").arguments());
  }

  @Test
  void whatStandsInBracketsMayBeLeftOut() {
    assertEquals(List.of(), parse("whistle").arguments());
    assertEquals(List.of("a"), parse("whistle", "a").arguments());
    assertTrue(refusal("whistle", "a", "b").contains("\"b\" is too much"));
  }

  @Test
  void aMistypedOptionIsRefusedWithTheNearestOne() {
    assertEquals(
        "Cannot understand sing: there is no option --luod; did you mean --loud?"
            + " help sing explains it.",
        refusal("sing", "sevens", "--luod"));
    assertEquals(
        "Cannot understand sing: there is no option --forte. help sing explains it.",
        refusal("sing", "sevens", "--forte"));
  }

  @Test
  void whatIsMissingOrTooMuchIsNamed() {
    assertTrue(refusal("sing").contains("<tune> is missing"));
    assertTrue(refusal("sing", "a", "b").contains("\"b\" is too much"));
    assertTrue(refusal("sing", "a", "--key").contains("--key needs a value"));
    assertTrue(refusal("sing", "a", "--loud=yes").contains("--loud takes no value"));
    assertThrows(
        IllegalArgumentException.class, () -> parse("sing", "a", "--wait", "5").time("wait"));
    assertThrows(
        IllegalArgumentException.class, () -> parse("sing", "a", "--count", "0").number("count"));
  }
}
