package orm.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import orm.dist.InstalledContainer.Run;

/** {@code ./orm tour} in the assembled container. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "bin/orm is a shell script")
class TourIT {

  private static final String SUMMARY = "16 of 16 steps verified, with 46 checks.\n";

  @TempDir
  Path folder;

  private InstalledContainer container;

  @BeforeEach
  void install() throws IOException {
    container = new InstalledContainer(folder);
  }

  @Test
  void everyStepIsVerified() throws Exception {
    Run tour = container.orm("tour");

    assertEquals("", tour.err());
    assertEquals(0, tour.code());
    assertTrue(tour.out().endsWith(SUMMARY), tour.out());
    for (String line : List.of(
        "1  Plugins are services",
        "2  A configuration opens a database",
        "     orm.product = SQLite",
        "3  Bundles bring their tables and services",
        "4  Migrations make the tables",
        "     schema.catalog = 3.0.0",
        "5  A migration can be undone",
        "     DROP TABLE order_line",
        "6  Records go in and come back",
        "7  What is asked again is known",
        "8  A query is Java, and one statement",
        "     [1 row] SELECT `book`.`isbn`, ",
        "9  A transaction spans two bundles",
        "10  Services look after rows",
        "     [1 row] UPDATE `review` SET `hidden_at` = ?",
        "11  The database refuses, and says what to do",
        "   | ORM-2104 Cannot insert Book: book.isbn must be unique",
        "12  Rules are checked before the database is asked",
        "13  All or nothing",
        "14  Nobody's change is lost",
        "   | ORM-2108 Cannot update Book",
        "15  A plugin is replaced under load",
        "     failures                  0",
        "16  Everything can leave")) {
      assertTrue(tour.out().contains("\n" + line), () -> line + " is missing in\n" + tour.out());
    }
    assertFalse(tour.out().contains("\u001b"), "colours, but no terminal");
  }

  @Test
  void aSecondTourFindsNothingOfTheFirst() throws Exception {
    Run tours = container.script("tour\ntour\nservices\nfelix:lb -s\norm:schema --database main");

    assertEquals("", tours.err());
    assertEquals(0, tours.code());
    String after = tours.out().substring(tours.out().lastIndexOf(SUMMARY) + SUMMARY.length());
    assertTrue(tours.out().indexOf(SUMMARY) < tours.out().lastIndexOf(SUMMARY), tours.out());
    assertTrue(after.contains("orm.database=main"), after);
    assertTrue(after.contains("orm.engine"), after);
    assertFalse(after.contains("orm.example"), after);
    assertFalse(after.contains("tour"), after);
    assertFalse(after.contains("order_line"), "the database of others is as it was");
  }

  @Test
  void aTourThatCannotShowWhatItSaysFails() throws Exception {
    // The check of the price lets through what the tour says it refuses, and no diff tells.
    change(
        "orm.example.catalog-",
        "orm/migrations/catalog/0001_create_author_and_book.sqlite.sql",
        "(price / 100.0) > 0",
        "(price / 100.0) >-1");
    change(
        "orm.example.catalog-",
        "orm/example/catalog/Book_$Mapping.class",
        "{price} > 0",
        "{price} >-1");

    Run tour = container.orm("tour");

    assertEquals(
        new Run(
            1,
            tour.out(),
            "The tour failed at step 11, The database refuses, and says what to do: It was not"
                + " refused.\n"),
        tour);
    assertTrue(
        tour.out()
            .endsWith(
                "   FAILED  It was not refused.\n\n10 of 16 steps verified; step 11 failed.\n"),
        tour.out());
  }

  @Test
  void aTourWithoutItsBundlesFails() throws Exception {
    Files.delete(example("orm.example.catalog-"));

    Run tour = container.orm("tour");

    assertEquals("", tour.out());
    assertEquals(1, tour.code());
    assertTrue(tour.err().contains("orm.example.catalog"), tour.err());
  }

  private Path example(String name) throws IOException {
    try (Stream<Path> jars = Files.list(container.home().resolve("examples"))) {
      return jars.filter(jar -> jar.getFileName().toString().startsWith(name))
          .findFirst()
          .orElseThrow();
    }
  }

  /** Puts another text of the same length into a class. */
  private void change(String jar, String entry, String before, String after) throws IOException {
    try (FileSystem files = FileSystems.newFileSystem(example(jar))) {
      Path type = files.getPath(entry);
      String bytes = Files.readString(type, StandardCharsets.ISO_8859_1);
      assertTrue(bytes.contains(before), before);
      Files.writeString(type, bytes.replace(before, after), StandardCharsets.ISO_8859_1);
    }
  }
}
