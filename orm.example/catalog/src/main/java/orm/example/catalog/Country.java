package orm.example.catalog;

/**
 * A country. A converter of this bundle keeps it as text.
 *
 * @param code its two letters in ISO 3166
 */
public record Country(String code) {
  /**
   * Checks the code.
   *
   * @param code two capital letters
   */
  public Country {
    if (!code.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException("a country has a code of two capital letters");
    }
  }
}
