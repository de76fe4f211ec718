package orm.migration.diff;

/** Names of types inside the types of columns. */
final class TypeNames {
  private TypeNames() {}

  /** {@code mood} for {@code "sales"."mood"[]}: the name that an enum or domain has. */
  static String bare(String type) {
    String bare = type;
    while (bare.endsWith("[]")) {
      bare = bare.substring(0, bare.length() - 2);
    }
    if (bare.endsWith("\"")) {
      int begin = bare.length() - 1;
      do {
        begin = bare.lastIndexOf('"', begin - 1);
      } while (begin > 0 && bare.charAt(begin - 1) == '"' && --begin >= 0);
      return bare.substring(Math.max(begin, 0) + 1, bare.length() - 1).replace("\"\"", "\"");
    }
    return bare.substring(bare.lastIndexOf('.') + 1);
  }
}
