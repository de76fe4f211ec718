package orm.api.schema;

import java.util.Locale;

/**
 * How the logical names of a model, which are in snake case, appear in one database.
 *
 * <p>Only names in plain snake case (lower-case ASCII letters, digits and underscores) are changed;
 * a name written in any other way by hand stays as it is.
 */
public enum Naming {
  /** {@code invoice_line} stays {@code invoice_line}. */
  AS_WRITTEN,
  /** {@code invoice_line} becomes {@code InvoiceLine}. */
  PASCAL_CASE,
  /** {@code invoice_line} becomes {@code invoiceLine}. */
  CAMEL_CASE,
  /** {@code invoice_line} becomes {@code INVOICE_LINE}. */
  UPPER_CASE;

  /**
   * Gives a logical name the form that it has in the database.
   *
   * @param name the logical name of a table, column or constraint
   * @return the name in the database, not yet quoted
   */
  public String apply(String name) {
    if (this == AS_WRITTEN || !isSnakeCase(name)) {
      return name;
    }
    return switch (this) {
      case AS_WRITTEN -> name;
      case PASCAL_CASE -> joined(name, true);
      case CAMEL_CASE -> joined(name, false);
      case UPPER_CASE -> name.toUpperCase(Locale.ROOT);
    };
  }

  /**
   * Gives a Java name in camel case its logical name: {@code inPrint} becomes {@code in_print},
   * {@code htmlURL} becomes {@code html_url}.
   *
   * @param javaName the name of a record or of one of its components
   * @return the name in snake case
   */
  public static String snakeCase(String javaName) {
    StringBuilder out = new StringBuilder(javaName.length() + 8);
    for (int i = 0; i < javaName.length(); i++) {
      char c = javaName.charAt(i);
      if (Character.isUpperCase(c) && i > 0 && startsWord(javaName, i)) {
        out.append('_');
      }
      out.append(Character.toLowerCase(c));
    }
    return out.toString();
  }

  /**
   * An upper-case letter starts a word after a small letter or digit, and before one in an acronym.
   */
  private static boolean startsWord(String name, int at) {
    char before = name.charAt(at - 1);
    if (before == '_') {
      return false;
    }
    return !Character.isUpperCase(before)
        || (at + 1 < name.length() && Character.isLowerCase(name.charAt(at + 1)));
  }

  private static boolean isSnakeCase(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_')) {
        return false;
      }
    }
    return true;
  }

  private static String joined(String name, boolean upper) {
    StringBuilder out = new StringBuilder(name.length());
    boolean raise = upper;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '_' && i > 0) {
        raise = true;
      } else {
        out.append(raise ? Character.toUpperCase(c) : c);
        raise = false;
      }
    }
    return out.toString();
  }
}
