package orm.api.migration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Records, and what belongs to them, made from a database. Immutable; the same for equal databases.
 *
 * @param database the name of the database
 * @param files the files, by path
 * @param notes what the records do not say of the database, by object
 */
public record GeneratedSources(String database, List<SourceFile> files, List<SourceNote> notes) {
  private static final String MARK = "orm generated ";

  /**
   * Copies the lists.
   *
   * @param database the name of the database
   * @param files the files, by path
   * @param notes what the records do not say of the database, by object
   */
  public GeneratedSources {
    files = List.copyOf(files);
    notes = List.copyOf(notes);
  }

  /** {@return the notes, one a line} */
  public String text() {
    return notes.stream().map(note -> note + "\n").collect(Collectors.joining());
  }

  /**
   * Writes the first line of a generated file.
   *
   * @param comment what begins a comment of one line in such a file
   * @param body the lines behind it
   * @return the line, ended by a line feed
   */
  public static String header(String comment, String body) {
    return comment + " " + MARK + hash(body) + "; a file that you edit is yours and stays\n";
  }

  /**
   * Writes the files into folders, which are made where they are missing. A file that somebody has
   * edited since it was generated is left as it is, unless asked; so is one that was never
   * generated. None is removed.
   *
   * @param sources the folder of the sources
   * @param resources the folder of the resources; may be the same
   * @param overwrite whether to write edited files too
   * @return what became of the files
   * @throws IOException if a file cannot be read or written; those before it are written
   */
  public WrittenSources write(Path sources, Path resources, boolean overwrite) throws IOException {
    List<Path> written = new ArrayList<>();
    List<Path> unchanged = new ArrayList<>();
    List<Path> kept = new ArrayList<>();
    Set<Path> folders = new LinkedHashSet<>();
    Set<Path> all = new LinkedHashSet<>();
    for (SourceFile file : files) {
      Path root = file.kind() == SourceFile.Kind.SOURCE ? sources : resources;
      Path path = root.resolve(file.path());
      Path folder = path.getParent();
      if (folder != null) {
        Files.createDirectories(folder); // gives another form of a relative path
        folders.add(folder);
      }
      all.add(path);
      String there = Files.exists(path) ? read(path) : null;
      if (file.text().equals(there)) {
        unchanged.add(path);
      } else if (there == null || overwrite || isUntouched(there)) {
        Files.writeString(path, file.text());
        written.add(path);
      } else {
        kept.add(path);
      }
    }
    return new WrittenSources(written, unchanged, kept, leftOver(folders, all));
  }

  private static List<Path> leftOver(Set<Path> folders, Set<Path> generated) throws IOException {
    List<Path> left = new ArrayList<>();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          String name = file.toString();
          if ((name.endsWith(".java") || name.endsWith(".sql"))
              && !generated.contains(file)
              && firstLine(read(file)).contains(MARK)) {
            left.add(file);
          }
        }
      }
    }
    return left;
  }

  /** Whether the text is as it was generated. */
  private static boolean isUntouched(String text) {
    String first = firstLine(text);
    return first.contains(MARK + hash(text.substring(Math.min(text.length(), first.length() + 1))));
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }

  /**
   * Reads what is ASCII as long as nobody has edited it. What a checkout has done to the ends of
   * lines is no edit.
   */
  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java platform has SHA-256", impossible);
    }
  }
}
