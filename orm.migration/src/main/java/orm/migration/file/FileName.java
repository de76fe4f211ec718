package orm.migration.file;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import orm.api.migration.MigrationVersion;

/**
 * What the name of a file tells.
 *
 * @param form which form it has
 * @param version its number; null where it has none
 * @param name the words of its name
 * @param dialect the dialect that it is for; null for all
 */
record FileName(
    Form form,
    @Nullable MigrationVersion version,
    String name,
    @Nullable String dialect) {
  /** The forms of names. */
  enum Form {
    /** {@code 0001_create_book.sql}: up and down. */
    OWN,
    /** {@code V1__create_book.sql}. */
    FLYWAY_UP,
    /** {@code U1__create_book.sql}. */
    FLYWAY_DOWN,
    /** {@code R__best_books.sql}. */
    REPEATABLE,
    /** {@code seed/demo.sql}. */
    SEED
  }

  /** What a message advises. */
  static final String FORMS =
      "Write 0001_create_book.sql, with a dialect 0001_create_book.postgres.sql,"
          + " or as Flyway does V1__create_book.sql, U1__create_book.sql, R__best_books.sql.";

  private static final Pattern SEED_FORM =
      Pattern.compile("seed/(?<name>[^/.]+)(?:\\.(?<dialect>[a-z][a-z0-9]*))?\\.sql");
  private static final Pattern NUMBERED =
      Pattern.compile("(?<flyway>[VU])?(?<version>\\d+(?:[._]\\d+)*)(?<gap>_{1,2})(?<name>[^./]+)"
          + "(?:\\.(?<dialect>[a-z][a-z0-9]*))?\\.sql");
  private static final Pattern REPEATED =
      Pattern.compile("R__(?<name>[^./]+)(?:\\.(?<dialect>[a-z][a-z0-9]*))?\\.sql");

  static Optional<FileName> parse(String file) {
    Matcher seed = SEED_FORM.matcher(file);
    if (seed.matches()) {
      return Optional.of(
          new FileName(Form.SEED, null, words(seed.group("name")), seed.group("dialect")));
    }
    Matcher repeated = REPEATED.matcher(file);
    if (repeated.matches()) {
      return Optional.of(new FileName(
          Form.REPEATABLE, null, words(repeated.group("name")), repeated.group("dialect")));
    }
    Matcher numbered = NUMBERED.matcher(file);
    if (!numbered.matches()) {
      return Optional.empty();
    }
    String flyway = numbered.group("flyway");
    if (flyway != null && numbered.group("gap").length() != 2) {
      return Optional.empty();
    }
    Form form = flyway == null ? Form.OWN : flyway.equals("V") ? Form.FLYWAY_UP : Form.FLYWAY_DOWN;
    return MigrationVersion.parse(numbered.group("version"))
        .map(version ->
            new FileName(form, version, words(numbered.group("name")), numbered.group("dialect")));
  }

  private static String words(String name) {
    return name.replace('_', ' ').strip();
  }

  /** The same for all dialects of one migration. */
  String key() {
    return form.name().toLowerCase(Locale.ROOT) + " " + version + " " + name;
  }
}
