package orm.api.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The number of a migration, such as {@code 3}, {@code 1.2} or {@code 20261122}. Immutable.
 *
 * <p>Leading zeros of a part and parts that are zero at the end mean nothing: {@code 0003} is
 * {@code 3}, and {@code 1.0} is {@code 1}.
 *
 * @param parts the numbers between the dots; none for the version below all others
 */
public record MigrationVersion(List<Long> parts) implements Comparable<MigrationVersion> {
  private static final int MAX_DIGITS = 18;

  /** The version below all others: nothing has run. */
  public static final MigrationVersion NONE = new MigrationVersion(List.of());

  /**
   * Copies the parts and drops zeros at the end.
   *
   * @param parts the numbers between the dots
   */
  public MigrationVersion {
    List<Long> kept = new ArrayList<>(parts);
    while (!kept.isEmpty() && kept.get(kept.size() - 1) == 0) {
      kept.remove(kept.size() - 1);
    }
    parts = List.copyOf(kept);
  }

  /**
   * Reads a version.
   *
   * @param text numbers, with dots or underscores between them
   * @return the version; empty if the text is none
   */
  public static Optional<MigrationVersion> parse(String text) {
    List<Long> parts = new ArrayList<>();
    for (String part : text.strip().split("[._]", -1)) {
      boolean number = !part.isEmpty()
          && part.length() <= MAX_DIGITS
          && part.chars().allMatch(c -> c >= '0' && c <= '9');
      if (!number) {
        return Optional.empty();
      }
      parts.add(Long.valueOf(part));
    }
    return Optional.of(new MigrationVersion(parts));
  }

  /**
   * Reads a version that is known to be one.
   *
   * @param text numbers, with dots or underscores between them
   * @return the version
   * @throws IllegalArgumentException if the text is none
   */
  public static MigrationVersion of(String text) {
    return parse(text)
        .orElseThrow(
            () -> new IllegalArgumentException("no version: " + text + "; write 3 or 1.2"));
  }

  @Override
  public int compareTo(MigrationVersion other) {
    int shared = Math.min(parts.size(), other.parts.size());
    for (int i = 0; i < shared; i++) {
      int order = parts.get(i).compareTo(other.parts.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(parts.size(), other.parts.size());
  }

  /** {@return the numbers with dots between them; {@code 0} for {@link #NONE}} */
  @Override
  public String toString() {
    return parts.isEmpty()
        ? "0"
        : parts.stream().map(String::valueOf).collect(Collectors.joining("."));
  }
}
