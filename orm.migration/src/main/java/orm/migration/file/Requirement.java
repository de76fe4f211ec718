package orm.migration.file;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import orm.api.migration.MigrationVersion;

/**
 * Something that must have run before.
 *
 * @param module the module that brings it
 * @param least the least version; empty for the first migration of the module
 */
public record Requirement(String module, Optional<MigrationVersion> least) {
  private static final Pattern FORM = Pattern.compile("([\\w.-]+)(?:\\s*>=\\s*([\\d._]+))?");

  static Optional<Requirement> parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String version = matcher.group(2);
    Optional<MigrationVersion> least =
        version == null ? Optional.empty() : MigrationVersion.parse(version);
    return version != null && least.isEmpty()
        ? Optional.empty()
        : Optional.of(new Requirement(matcher.group(1), least));
  }

  /** {@return as it is written in a file} */
  @Override
  public String toString() {
    return module + least.map(version -> " >= " + version).orElse("");
  }
}
