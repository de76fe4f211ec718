package orm.test.fulltext;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orm.test.fulltext.Paper_.PAPER;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import orm.api.error.ErrorCode;
import orm.api.error.InvalidQueryException;
import orm.api.text.TextQuery;
import orm.api.text.TextQuery.Alternative;
import orm.api.text.TextQuery.Phrase;

/** What a query is read as, and what is refused where. */
class BadTextQueryTest {
  @Test
  void aQueryIsReadAsWritten() {
    assertEquals(
        new TextQuery(List.of(
            new Alternative(
                List.of(new Phrase(List.of("red"), false), new Phrase(List.of("e", "mail"), true)),
                List.of(new Phrase(List.of("b", "c"), false))),
            new Alternative(List.of(new Phrase(List.of("OR"), false)), List.of()))),
        TextQuery.parse(" red\t-\"b  c\" e-mail* OR \"OR\"\u00a0"));
  }

  @Test
  void whatIsNoQueryIsRefusedAtItsPlace() {
    Map<String, String> wrong = new LinkedHashMap<>();
    wrong.put("", "at 1: a word is missing");
    wrong.put("  ", "at 3: a word is missing");
    wrong.put("red \"wine", "at 5: the quote is not closed");
    wrong.put("\"\"", "at 1: there is neither a letter nor a digit");
    wrong.put("red & wine", "at 5: the character & is no part");
    wrong.put("(red)", "at 1: the character ( is no part");
    wrong.put("title:red", "at 6: the character : is no part");
    wrong.put("!red", "at 1: the character ! is no part");
    wrong.put("red -", "at 5: there is neither a letter nor a digit");
    wrong.put("red 👍", "at 5: there is neither a letter nor a digit");
    wrong.put("*", "at 1: there is neither a letter nor a digit");
    wrong.put("r*d", "at 3: * does not end a word");
    wrong.put("red-*", "at 5: * follows no word");
    wrong.put("\"red\"x", "at 6: a blank is missing behind the quote");
    wrong.put("x\"red\"", "at 2: a quote is inside a word");
    wrong.put("OR red", "at 1: a word is missing");
    wrong.put("red OR", "at 6: nothing follows OR");
    wrong.put("red OR OR blue", "at 8: a word is missing");
    wrong.put("-red", "at 5: it says only what must not be there");
    wrong.put("red OR -blue", "at 13: it says only what must not be there");
    wrong.put("x ".repeat(101), "at 201: it has more than 100 words");
    wrong.put("x".repeat(256), "at 1: a word has more than 255 letters");
    List<String> told = new ArrayList<>();
    wrong.forEach((query, message) -> {
      InvalidQueryException refused = assertThrows(
          InvalidQueryException.class, () -> PAPER.titleBodyText.matches(query), query);
      assertEquals(ErrorCode.INVALID_TEXT_QUERY, refused.code());
      String text = String.valueOf(refused.getMessage());
      if (!text.contains("Cannot read the text query " + message)) {
        told.add(query + ": " + text);
      }
      assertThrows(InvalidQueryException.class, () -> PAPER.titleBodyText.rank(query));
    });
    assertEquals(List.of(), told);
  }

  @Test
  void anErrorDoesNotShowTheQuery() {
    InvalidQueryException refused =
        assertThrows(InvalidQueryException.class, () -> TextQuery.parse("secret \"word"));
    assertTrue(!String.valueOf(refused.getMessage()).contains("secret"), refused.getMessage());
  }
}
