package orm.migration.source;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import orm.api.schema.Naming;

/**
 * Makes names in Java of names in a database: of ASCII letters and digits alone, whatever those
 * are, so that no compiler and no file system can read them otherwise.
 */
final class JavaNames {
  private static final Set<String> WORDS = Set.of(
      ("_ abstract assert boolean break byte case catch char class const continue default do double"
              + " else enum extends false final finally float for goto if implements import"
              + " instanceof int interface long native new null package private protected public"
              + " return short static strictfp super switch synchronized this throw throws"
              + " transient true try void volatile while")
          .split(" ", -1));

  /** What no type may be called, whatever its case. */
  private static final Set<String> NO_TYPES =
      Set.of("var", "yield", "record", "sealed", "permits", "when");

  /** Names of methods that every object has without parameters: no record component has them. */
  static final Set<String> OF_OBJECTS = Set.of(
      "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

  /** First words of full names, which a component of that name would hide. */
  private static final Set<String> PACKAGES = Set.of("java", "org", "orm");

  /** Names that no file can have everywhere. */
  private static final Pattern DEVICE = Pattern.compile("(?i)con|prn|aux|nul|(com|lpt)\\d");

  /** Methods of every generated table, which no path may be called. */
  static final Set<String> OF_TABLES =
      Set.of("keyColumns", "mapping", "name", "reader", "schema", "source", "table");

  private JavaNames() {}

  /** Whether a name of the user's can stand in source. */
  static boolean isIdentifier(String name) {
    return !WORDS.contains(name)
        && !NO_TYPES.contains(name)
        && name.matches("[A-Za-z_][A-Za-z0-9_]*");
  }

  /** Whether a label can be the name of a constant as it is. */
  static boolean isConstant(String label) {
    return !label.isEmpty()
        && !WORDS.contains(label)
        && !Character.isDigit(label.codePointAt(0))
        && label.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '_')
        && Character.isJavaIdentifierStart(label.codePointAt(0))
        && label.codePoints().allMatch(Character::isJavaIdentifierPart);
  }

  /** Whether a package can have this name. */
  static boolean isPackage(String name) {
    return List.of(name.split("\\.", -1)).stream().allMatch(JavaNames::isIdentifier);
  }

  /** {@code invoice_line} and {@code InvoiceLine} become {@code InvoiceLine}. */
  static String type(String name) {
    String type = words(name).stream().map(JavaNames::capitalized).collect(Collectors.joining());
    return DEVICE.matcher(type).matches() ? type + "Table" : type;
  }

  /** {@code invoice_line} and {@code InvoiceLine} become {@code invoiceLine}. */
  static String component(String name) {
    return ofWords(words(name));
  }

  /** The name of a reference: without the word {@code id} at the end of that of its column. */
  static String reference(String column) {
    List<String> words = words(column);
    boolean key = words.size() > 1 && words.get(words.size() - 1).equals("id");
    return ofWords(key ? words.subList(0, words.size() - 1) : words);
  }

  private static String ofWords(List<String> words) {
    String name = words.get(0)
        + words.stream().skip(1).map(JavaNames::capitalized).collect(Collectors.joining());
    return WORDS.contains(name) || OF_OBJECTS.contains(name) || PACKAGES.contains(name)
        ? name + "Value"
        : name;
  }

  /** Many of a name: {@code book} becomes {@code books}, {@code category} {@code categories}. */
  static String many(String component) {
    if (component.endsWith("s")) {
      return component;
    }
    if (component.matches(".*[^aeiou]y")) {
      return component.substring(0, component.length() - 1) + "ies";
    }
    return component + (component.matches(".*(x|z|ch|sh)") ? "es" : "s");
  }

  static String capitalized(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  static String decapitalized(String word) {
    return Character.toLowerCase(word.charAt(0)) + word.substring(1);
  }

  /** The words of a name, in lower case, the first one beginning with a letter. */
  private static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    for (String word : Naming.snakeCase(ascii(name)).split("_", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    if (words.isEmpty() || !Character.isLetter(words.get(0).charAt(0))) {
      words.add(0, "x");
    }
    return words;
  }

  /** Letters without their accents, or by number; underscores for all that is no letter. */
  private static String ascii(String name) {
    StringBuilder out = new StringBuilder();
    Normalizer.normalize(name, Normalizer.Form.NFKD).codePoints().forEach(c -> {
      if (c < 128) {
        out.append(Character.isLetterOrDigit(c) ? (char) c : '_');
      } else if (Character.isLetterOrDigit(c)) {
        out.append("_u").append(Integer.toHexString(c)).append('_');
      } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
        out.append('_');
      }
    });
    return out.toString();
  }
}
