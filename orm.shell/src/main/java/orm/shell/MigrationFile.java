package orm.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes migration files with the next number of their folder. */
final class MigrationFile {
  private static final Pattern NUMBER = Pattern.compile("V?(\\d{1,17})[._].*\\.sql");

  private MigrationFile() {}

  /** The folder is made where it is missing; no file is written over. */
  static Path write(Path folder, String name, String suffix, String text) throws IOException {
    Files.createDirectories(folder);
    String word = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_");
    Path file =
        folder.resolve(String.format(Locale.ROOT, "%04d_%s%s.sql", next(folder), word, suffix));
    return Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
  }

  /** The number in the name of a file that was written here. */
  static long number(Path file) {
    Matcher number = NUMBER.matcher(file.getFileName().toString());
    if (!number.matches()) {
      throw new IllegalArgumentException(file + " has no number");
    }
    return Long.parseLong(number.group(1));
  }

  private static long next(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return 1
          + files
              .map(file -> NUMBER.matcher(file.getFileName().toString()))
              .filter(Matcher::matches)
              .mapToLong(number -> Long.parseLong(number.group(1)))
              .max()
              .orElse(0);
    }
  }
}
