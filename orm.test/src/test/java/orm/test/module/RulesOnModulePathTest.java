package orm.test.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where modules are closed, the validator says what to open, and nothing is written. */
class RulesOnModulePathTest {
  private static final String RECORD = """
      package hotel;

      import jakarta.validation.constraints.Email;
      import jakarta.validation.constraints.NotBlank;
      import orm.api.annotation.Entity;
      import orm.api.annotation.Id;

      @Entity
      record Guest(@Id long id, @NotBlank String name, @Email(message = "{hotel.mail}") String mail) {}
      """;

  private static final String PROGRAM = """
      package hotel;

      import static hotel.Guest_.GUEST;

      import java.util.List;
      import orm.api.Database;
      import orm.api.Orm;
      import orm.api.config.DatabaseSettings;
      import orm.api.error.OrmException;

      public final class Main {
        private Main() {}

        public static void main(String[] args) {
          var settings = DatabaseSettings.builder().url("jdbc:sqlite::memory:").set("validation.locale", "en");
          try (Database db = Orm.builder(settings.build()).open()) {
            db.schema().create(List.of(GUEST));
            System.out.println(db.insert(GUEST, new Guest(1, " ", "nobody")));
          } catch (OrmException refused) {
            System.out.println(refused.getMessage());
          }
        }
      }
      """;

  @TempDir
  Path folder;

  @Test
  void anOpenPackageIsChecked() throws Exception {
    assertEquals(
        "ORM-2111 Cannot insert Guest: Guest.mail is no address; Guest.name must not be blank."
            + " Correct the values;"
            + " violations() has each one with its row and component.",
        run("opens hotel to org.hibernate.validator;"));
  }

  @Test
  void aClosedPackageIsAnErrorThatSaysWhatToOpen() throws Exception {
    String said = run("");
    assertTrue(
        said.startsWith("ORM-2112 Cannot check Guest: its package")
            && said.contains("opens hotel to org.hibernate.validator;"),
        said);
  }

  private String run(String opens) throws Exception {
    UserProgram program = new UserProgram(folder);
    Path classes = program.compile(
        "--module-path",
        List.of(
            source(
                "module-info.java",
                "module hotel { requires orm.api; requires jakarta.validation; " + opens + " }\n"),
            source("hotel/Guest.java", RECORD),
            source("hotel/Main.java", PROGRAM)));
    Files.writeString(
        classes.resolve("ValidationMessages.properties"), "hotel.mail = is no address\n");
    return program.run(
        "--module-path",
        classes + File.pathSeparator + program.libraries(),
        "--module",
        "hotel/hotel.Main");
  }

  private Path source(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
