package orm.engine.eyes;

import orm.spi.listen.CallSite;

/** The comment behind a statement that tells where it comes from. */
final class SqlComment {
  private SqlComment() {}

  /**
   * Appends it. Whatever could end a comment, begin another one or look like a parameter is
   * replaced: the names of classes, methods and files are those of the program, and may hold
   * anything.
   */
  static String append(String sql, CallSite site) {
    String place = site.toString();
    StringBuilder text = new StringBuilder(sql.length() + place.length() + 8);
    text.append(sql).append(" /* ");
    for (int i = 0; i < place.length(); i++) {
      char letter = place.charAt(i);
      boolean plain = (letter >= 'a' && letter <= 'z')
          || (letter >= 'A' && letter <= 'Z')
          || (letter >= '0' && letter <= '9')
          || "._(): -".indexOf(letter) >= 0;
      text.append(plain ? letter : '_');
    }
    return text.append(" */").toString();
  }
}
