package orm.api.text;

import java.util.List;

/**
 * What is looked for in texts. Immutable and safe for use by several threads.
 *
 * <p>The language has these parts, with blanks between them:
 *
 * <ul>
 *   <li>{@code red wine}: both words, anywhere in the text
 *   <li>{@code "red wine"}: the words one behind the other; so is {@code red-wine}
 *   <li>{@code win*}: a word that begins so
 *   <li>{@code -white}: not this word, or phrase
 *   <li>{@code red OR rosé}: what is on the one side or what is on the other; {@code OR} in capital
 *       letters binds less than all else
 * </ul>
 *
 * <p>A word is a run of letters, decimal digits and the marks above and below letters. Capital and
 * small letters are the same. All else separates words, within quotes too. Outside of quotes the
 * characters <code>( ) [ ] { } | &amp; ! &lt; &gt; : ^ ~ \</code> are refused, because they mean
 * something in the languages of some databases, and nothing here.
 *
 * @param alternatives what {@code OR} stands between; a text fits if it fits one of them
 */
public record TextQuery(List<Alternative> alternatives) {
  /**
   * Copies the list.
   *
   * @param alternatives what {@code OR} stands between
   */
  public TextQuery {
    alternatives = List.copyOf(alternatives);
  }

  /**
   * What a text must hold, and must not.
   *
   * @param required phrases that all must be there; at least one
   * @param excluded phrases of which none may be there
   */
  public record Alternative(List<Phrase> required, List<Phrase> excluded) {
    /**
     * Copies the lists.
     *
     * @param required phrases that all must be there; at least one
     * @param excluded phrases of which none may be there
     */
    public Alternative {
      required = List.copyOf(required);
      excluded = List.copyOf(excluded);
    }
  }

  /**
   * One word, or several that follow each other.
   *
   * @param words the words as they were written; nothing but letters, digits and marks
   * @param prefix whether the last one is only the beginning of a word
   */
  public record Phrase(List<String> words, boolean prefix) {
    /**
     * Copies the list.
     *
     * @param words the words as they were written; nothing but letters, digits and marks
     * @param prefix whether the last one is only the beginning of a word
     */
    public Phrase {
      words = List.copyOf(words);
    }
  }

  /**
   * Reads a query.
   *
   * @param query the query, not null
   * @return what it asks for
   * @throws orm.api.error.InvalidQueryException if it does not follow the language; the message has
   *     the position, counted from 1, but not the text
   */
  public static TextQuery parse(String query) {
    return new TextQueryParser(query).parse();
  }

  /**
   * Makes a query for all words of any text, such as one that was typed by somebody who knows no
   * query language. What is no word is left out.
   *
   * @param text the text, not null
   * @return the query; {@link #parse} refuses it where the text has no word, so that it is empty,
   *     more than 100 words, or one of more than 255 letters
   */
  public static String allOf(String text) {
    StringBuilder query = new StringBuilder();
    for (String word : TextQueryParser.words(text)) {
      query.append(query.isEmpty() ? "\"" : " \"").append(word).append('"');
    }
    return query.toString();
  }
}
