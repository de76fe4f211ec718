package orm.test.migration.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import orm.api.Database;
import orm.api.config.DatabaseSettings;
import orm.api.migration.GeneratedSources;
import orm.api.migration.SourceFile;
import orm.api.migration.SourceOptions;
import orm.api.model.EntityModule;
import orm.api.model.EntityTable;
import orm.test.database.TestDatabase;
import orm.test.guide.UserCompiler;

/** What is generated from a test's own database, compiled as a user's build would. */
public final class Generated implements AutoCloseable {
  private final GeneratedSources sources;
  private final URLClassLoader loader;
  private final EntityModule module;

  private Generated(GeneratedSources sources, URLClassLoader loader, EntityModule module) {
    this.sources = sources;
    this.loader = loader;
    this.module = module;
  }

  /** Generates, without compiling. */
  public static GeneratedSources sources(TestDatabase test, SourceOptions options) {
    return sources(test, test.settings(), options);
  }

  public static GeneratedSources sources(
      TestDatabase test, DatabaseSettings settings, SourceOptions options) {
    Database db = test.open(settings);
    return db.migrations().generate(options);
  }

  /**
   * Compiles, without a single warning.
   *
   * @param folder an empty folder
   * @param options its module must be named by its package
   * @param more sources of the test's own, by path
   */
  public static Generated compile(
      GeneratedSources sources, SourceOptions options, Path folder, Map<String, String> more)
      throws IOException, ReflectiveOperationException {
    Map<String, String> all = new LinkedHashMap<>(more);
    for (SourceFile file : sources.files()) {
      if (file.kind() == SourceFile.Kind.SOURCE) {
        all.put(file.path(), file.text());
      }
    }
    UserCompiler compiler = new UserCompiler(folder);
    assertEquals("", compiler.compile(all));
    URLClassLoader loader = new URLClassLoader(
        new URL[] {compiler.classes().toUri().toURL()}, Generated.class.getClassLoader());
    String module = options.module();
    String name = options.packageName() + "." + Character.toUpperCase(module.charAt(0))
        + module.substring(1) + "Module";
    Object made = loader.loadClass(name).getConstructor().newInstance();
    return new Generated(sources, loader, (EntityModule) made);
  }

  /** The tables, each behind those that it refers to. */
  public List<EntityTable<?, ?>> tables() {
    Map<String, EntityTable<?, ?>> byName = new TreeMap<>();
    module.tables().forEach(table -> byName.put(table.name(), table));
    Set<EntityTable<?, ?>> ordered = new LinkedHashSet<>();
    byName.values().forEach(table -> visit(table, byName, new LinkedHashSet<>(), ordered));
    return new ArrayList<>(ordered);
  }

  private static void visit(
      EntityTable<?, ?> table,
      Map<String, EntityTable<?, ?>> all,
      Set<EntityTable<?, ?>> visiting,
      Set<EntityTable<?, ?>> ordered) {
    if (!ordered.contains(table) && visiting.add(table)) {
      table.schema().foreignKeys().forEach(key -> {
        EntityTable<?, ?> target = all.get(key.targetTable());
        if (target != null) {
          visit(target, all, visiting, ordered);
        }
      });
      ordered.add(table);
    }
  }

  /** Reads every row through its record, and writes it into another database. */
  public void copy(Database from, Database to) {
    tables().forEach(table -> copy(from, to, table));
  }

  private static <E, K> void copy(Database from, Database to, EntityTable<E, K> table) {
    to.insertAll(table, from.from(table).list());
  }

  public Class<?> type(String name) throws ClassNotFoundException {
    return loader.loadClass(name);
  }

  /** The text of the file of a type. */
  public static String text(GeneratedSources sources, String file) {
    return sources.files().stream()
        .filter(each -> each.path().endsWith("/" + file))
        .findFirst()
        .orElseThrow()
        .text();
  }

  /** The statements of the first migration. */
  public String baseline() {
    return sources.files().stream()
        .filter(file -> file.kind() == SourceFile.Kind.RESOURCE)
        .findFirst()
        .orElseThrow()
        .text();
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
