package orm.api.text;

import java.util.ArrayList;
import java.util.List;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.InvalidQueryException;
import orm.api.text.TextQuery.Alternative;
import orm.api.text.TextQuery.Phrase;

/** Reads the text of a {@link TextQuery}. */
final class TextQueryParser {
  /** Databases limit how deep or long a query may be; this many words fit each of them. */
  private static final int MOST_WORDS = 100;

  /** Code points; a database passes over words that are much longer. */
  private static final int LONGEST_WORD = 255;

  private static final String REFUSED = "()[]{}|&!<>:^~\\";

  private final String text;
  private final List<Alternative> alternatives = new ArrayList<>();
  private final List<Phrase> required = new ArrayList<>();
  private final List<Phrase> excluded = new ArrayList<>();
  private int position;
  private int begin;
  private int words;

  TextQueryParser(String text) {
    this.text = text;
  }

  TextQuery parse() {
    skipBlanks();
    while (position < text.length()) {
      if (atOr()) {
        endAlternative(position, "Write what is looked for on both sides of OR.");
        position += 2;
        skipBlanks();
        if (position == text.length()) {
          throw error(position - 1, "nothing follows OR", "Write a word behind it.");
        }
      } else {
        term();
      }
      skipBlanks();
    }
    endAlternative(text.length(), "Write at least one word to look for.");
    return new TextQuery(alternatives);
  }

  private void skipBlanks() {
    while (position < text.length() && isBlank(text.codePointAt(position))) {
      position += Character.charCount(text.codePointAt(position));
    }
  }

  private static boolean isBlank(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private boolean atOr() {
    return text.startsWith("OR", position)
        && (position + 2 == text.length() || isBlank(text.codePointAt(position + 2)));
  }

  private void endAlternative(int where, String fix) {
    if (required.isEmpty()) {
      String why = excluded.isEmpty()
          ? "a word is missing"
          : "it says only what must not be there, which no index can find";
      throw error(where, why, fix);
    }
    alternatives.add(new Alternative(required, excluded));
    required.clear();
    excluded.clear();
  }

  private void term() {
    begin = position;
    boolean negated = text.charAt(position) == '-';
    position += negated ? 1 : 0;
    boolean quoted = position < text.length() && text.charAt(position) == '"';
    String body = quoted ? quoted() : bare();
    boolean prefix = position < text.length() && text.charAt(position) == '*';
    position += prefix ? 1 : 0;
    if (position < text.length() && !isBlank(text.codePointAt(position))) {
      throw error(
          position,
          prefix ? "* does not end a word" : "a blank is missing behind the quote",
          prefix ? "Write * behind the beginning of a word only." : "Write a blank.");
    }
    List<String> found = words(body);
    if (found.isEmpty()) {
      throw error(begin, "there is neither a letter nor a digit", "Leave it out, or write a word.");
    }
    if (prefix && !isWordPart(body.codePointBefore(body.length()))) {
      throw error(position - 1, "* follows no word", "Write it right behind a letter or digit.");
    }
    require(found);
    (negated ? excluded : required).add(new Phrase(found, prefix));
  }

  private void require(List<String> found) {
    words += found.size();
    if (words > MOST_WORDS) {
      throw error(begin, "it has more than " + MOST_WORDS + " words", "Look for fewer words.");
    }
    for (String word : found) {
      if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
        throw error(
            begin, "a word has more than " + LONGEST_WORD + " letters", "Look for its beginning.");
      }
    }
  }

  private String quoted() {
    int end = text.indexOf('"', position + 1);
    if (end < 0) {
      throw error(position, "the quote is not closed", "Close it, or leave it out.");
    }
    String body = text.substring(position + 1, end);
    position = end + 1;
    return body;
  }

  private String bare() {
    int from = position;
    while (position < text.length()) {
      int c = text.codePointAt(position);
      if (isBlank(c) || c == '*') {
        break;
      }
      if (c == '"') {
        throw error(position, "a quote is inside a word", "Write a blank before the quote.");
      }
      if (REFUSED.indexOf(c) >= 0) {
        throw error(
            position,
            "the character " + Character.toString(c) + " is no part of the language",
            "Leave it out, or put the words around it in double quotes.");
      }
      position += Character.charCount(c);
    }
    return text.substring(from, position);
  }

  /** The words of any text, in their order. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    text.codePoints().forEach(c -> {
      if (isWordPart(c)) {
        word.appendCodePoint(c);
      } else if (!word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
    });
    if (!word.isEmpty()) {
      words.add(word.toString());
    }
    return words;
  }

  private static boolean isWordPart(int c) {
    return Character.isLetter(c)
        || Character.isDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static InvalidQueryException error(int where, String why, String fix) {
    return new InvalidQueryException(
        Failure.of(ErrorCode.INVALID_TEXT_QUERY, "Cannot read the text query at " + (where + 1))
            .because(why)
            .fix(fix));
  }
}
