package orm.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static orm.itest.store.Visitor_.VISITOR;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import orm.api.Database;
import orm.api.error.CheckException;
import orm.api.error.ValidationException;
import orm.api.error.Violation;
import orm.itest.store.Visitor;
import orm.spi.validation.RowCheck;
import orm.spi.validation.RowValidator;

/** The validator of a database comes, goes and is outranked while the database stays. */
class ValidationIT {
  private static final Visitor NAMELESS = new Visitor(1, " ", "a@example.org");
  private static final Visitor UNKNOWN = new Visitor(1, "Multatuli", "nobody");

  @RegisterExtension
  final TestContainer container = new TestContainer();

  @TempDir
  Path folder;

  private Database open() throws Exception {
    String name = container.name("rules");
    ServiceWatch<Database> watch = container.watch(name);
    container.configure(Map.of(
        "name",
        name,
        "url",
        "jdbc:sqlite:" + folder.resolve("rules.db"),
        "validation.locale",
        "nl"));
    Database db = watch.come();
    db.schema().create(List.of(VISITOR));
    return db;
  }

  private static List<String> messages(Database db, Visitor visitor) {
    return assertThrows(ValidationException.class, () -> db.insert(VISITOR, visitor))
        .violations()
        .stream()
        .map(Violation::message)
        .toList();
  }

  private ServiceRegistration<RowValidator> strict(int ranking) {
    return container
        .context()
        .registerService(
            RowValidator.class,
            new Strict(),
            FrameworkUtil.asDictionary(Map.of(Constants.SERVICE_RANKING, ranking)));
  }

  @Test
  void absentPresentOutrankedGoneAndBack() throws Exception {
    Bundle bundle = container.bundle("orm.validation");
    bundle.stop();
    Database db = open();
    CheckException byDatabase =
        assertThrows(CheckException.class, () -> db.insert(VISITOR, NAMELESS));
    assertEquals("name", byDatabase.column());

    bundle.start();
    assertEquals(List.of("mag niet onbeschreven zijn"), messages(db, NAMELESS));

    ServiceRegistration<RowValidator> own = strict(10);
    assertEquals(List.of("never"), messages(db, NAMELESS));
    ServiceRegistration<RowValidator> ignored = strict(-10);
    own.unregister();
    assertEquals(List.of("mag niet onbeschreven zijn"), messages(db, NAMELESS));
    ignored.unregister();

    bundle.stop();
    assertThrows(CheckException.class, () -> db.insert(VISITOR, NAMELESS));
    bundle.start();
    assertEquals(List.of("mag niet onbeschreven zijn"), messages(db, NAMELESS));
  }

  /** Messages are those of the bundle of the record, whoever calls. */
  @Test
  void theLoaderOfTheThreadDoesNotMatter() throws Exception {
    Database db = open();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    try {
      assertEquals(List.of("is geen adres"), messages(db, UNKNOWN));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Finds every row wrong. */
  private static final class Strict implements RowValidator {
    @Override
    public <R> Optional<RowCheck<R>> checkOf(Class<R> type, Locale locale) {
      return Optional.of((row, kind, out) -> out.add("", "Never", "never"));
    }
  }
}
