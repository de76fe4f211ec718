package orm.test.proof;

import java.util.Random;

/** Texts that break a program which puts them into its SQL. */
final class Hostile {
  private static final String[] PIECES = {
    "'", "''", "\"", "`", "\\", "\\'", "--", "/*", "*/", ";", "$$", "$1", "?", "??", ":name",
        "::text",
    "%", "_", "[a]", "{0}", "{{", "}}", "\n", "\t", "\uD83D\uDE00", "É", "a", "B", " ", "]", ")",
        "(",
    "' OR '1'='1", "; DROP TABLE part; --", "E'\\\\", "\u2019", "\uFF07", "$x$", "@v", "#", "\u0001"
  };

  private static final String[] UNSTORABLE = {"\0", "\uD83D", "\uDE00"};

  private Hostile() {}

  static String text(Random random) {
    StringBuilder out = new StringBuilder();
    for (int i = random.nextInt(5); i >= 0; i--) {
      out.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return out.toString();
  }

  /** A text that no database can hold: with U+0000, or half of a pair of surrogates. */
  static String unstorable(Random random) {
    String bad = UNSTORABLE[random.nextInt(UNSTORABLE.length)];
    // An a on each side, so that two halves do not make a whole.
    return text(random) + "a" + bad + "a" + text(random);
  }
}
