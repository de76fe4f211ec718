package orm.migration.file;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.InvalidMigrationException;
import orm.api.error.MigrationPlace;
import orm.api.migration.Migration;
import orm.api.migration.MigrationKind;
import orm.api.migration.MigrationModule;
import orm.api.migration.MigrationVersion;
import orm.api.model.EntityModule;
import orm.spi.sql.SqlLexer;
import orm.spi.sql.SqlScript.Statement;

/** Reads what modules, entities and classes bring for one dialect. Immutable. */
public final class SetReader {
  private static final String FOLDER = "orm/migrations/";
  private static final Set<String> OURS = Set.of("postgres", "sqlite");

  private final ModuleFiles files;
  private final String dialect;
  private final SqlLexer lexer;

  /**
   * Makes a reader.
   *
   * @param files finds the files beside a class
   * @param dialect the name of the dialect
   * @param lexer reads text as the database does
   */
  public SetReader(ModuleFiles files, String dialect, SqlLexer lexer) {
    this.files = files;
    this.dialect = dialect;
    this.lexer = lexer;
  }

  /** What is known of a module while it is read. */
  private static final class Draft {
    final Set<Class<?>> beside = new LinkedHashSet<>();
    final List<Requirement> requires = new ArrayList<>();
    final List<MigrationSource> sources = new ArrayList<>();
    final List<MigrationModule> declared = new ArrayList<>();
  }

  /**
   * Reads everything.
   *
   * @param modules the modules of migrations
   * @param entities the modules of entities, which may have files too
   * @param migrations the migrations in Java
   * @return what they bring; a module of entities without migrations is left out
   * @throws InvalidMigrationException if something contradicts itself or cannot be read
   */
  public MigrationSet read(
      List<MigrationModule> modules, List<EntityModule> entities, List<Migration> migrations) {
    Map<String, Draft> drafts = new TreeMap<>();
    for (MigrationModule module : modules) {
      Draft draft = drafts.computeIfAbsent(module.name(), name -> new Draft());
      draft.declared.add(module);
      module.requires().forEach(text -> draft.requires.add(requirement(module.name(), text)));
      if (module.folder().isEmpty()) {
        draft.beside.add(module.beside());
      }
    }
    for (EntityModule module : entities) {
      Draft draft = drafts.computeIfAbsent(module.name(), name -> new Draft());
      draft.beside.add(module.getClass());
      module.requires().forEach(text -> draft.requires.add(requirement(module.name(), text)));
    }
    for (Migration migration : migrations) {
      drafts
          .computeIfAbsent(migration.module(), name -> new Draft())
          .sources
          .add(ofClass(migration));
    }
    Map<String, MigrationSet.Module> read = new HashMap<>();
    drafts.forEach((name, draft) -> {
      draft.sources.addAll(ofFiles(name, find(name, draft)));
      if (!draft.sources.isEmpty()) {
        read.put(name, module(name, draft));
      } else if (!draft.declared.isEmpty()) {
        throw nothing(name, draft.declared.get(0));
      }
    });
    return MigrationSet.of(read);
  }

  private static Requirement requirement(String module, String text) {
    return Requirement.parse(text)
        .orElseThrow(() -> Invalid.of(
            ErrorCode.INVALID_MIGRATION,
            "Cannot use module " + module,
            "its requirement \"" + text + "\" cannot be understood",
            "Write inventory >= 3, or inventory alone.",
            MigrationPlace.of(module, null, null)));
  }

  private static InvalidMigrationException nothing(String name, MigrationModule module) {
    String where = module
        .folder()
        .map(Object::toString)
        .orElse(FOLDER + name + " beside " + module.beside().getName());
    return Invalid.of(
        ErrorCode.INVALID_MIGRATION,
        "Cannot use module " + name,
        "it brings no migration: there is no file in " + where,
        "Check the folder's name, and that the build puts it into the jar.",
        MigrationPlace.of(name, null, where));
  }

  private List<RawFile> find(String module, Draft draft) {
    Map<String, byte[]> found = new LinkedHashMap<>();
    List<RawFile> read = new ArrayList<>();
    String folder = FOLDER + module;
    try {
      for (Class<?> beside : draft.beside) {
        found.putAll(files.find(beside, folder));
      }
      for (Map.Entry<String, byte[]> one : found.entrySet()) {
        String path = one.getKey();
        int end = path.lastIndexOf(folder + "/");
        add(
            module,
            path.substring(end < 0 ? 0 : end + folder.length() + 1),
            path,
            one.getValue(),
            read);
      }
      for (MigrationModule declared : draft.declared) {
        if (declared.folder().isPresent()) {
          Map<String, byte[]> there = new TreeMap<>();
          ClassPathFiles.inFolder(declared.folder().get(), there);
          int cut = declared.folder().get().toString().length() + 1;
          for (Map.Entry<String, byte[]> one : there.entrySet()) {
            add(module, one.getKey().substring(cut), one.getKey(), one.getValue(), read);
          }
        }
      }
    } catch (IOException unreadable) {
      throw new InvalidMigrationException(
          Failure.of(ErrorCode.INVALID_MIGRATION, "Cannot read the migrations of module " + module)
              .because(String.valueOf(unreadable.getMessage()))
              .fix("Check that the folder and its files are there and can be read.")
              .cause(unreadable),
          MigrationPlace.of(module, null, null));
    }
    return read;
  }

  private static void add(
      String module, String name, String origin, byte[] content, List<RawFile> read) {
    boolean here = name.indexOf('/') < 0 || name.startsWith("seed/");
    if (!here || !name.endsWith(".sql")) {
      return;
    }
    try {
      read.add(new RawFile(module, name, origin, TextForm.decode(content)));
    } catch (CharacterCodingException malformed) {
      throw Invalid.file(
          ErrorCode.INVALID_MIGRATION,
          new RawFile(module, name, origin, ""),
          0,
          "it is not in UTF-8",
          "Store it in UTF-8.");
    }
  }

  /** Of several dialects of one migration the one that fits is taken. */
  private List<MigrationSource> ofFiles(String module, List<RawFile> found) {
    Map<String, RawFile> chosen = new LinkedHashMap<>();
    Map<String, FileName> names = new HashMap<>();
    for (RawFile file : found) {
      FileName name = FileName.parse(file.name())
          .orElseThrow(() -> Invalid.file(
              ErrorCode.INVALID_MIGRATION,
              file,
              0,
              "its name has none of the forms that migrations have",
              FileName.FORMS));
      String meant = name.dialect();
      if (meant != null && !meant.equals(dialect)) {
        requireDialect(meant, file);
        continue;
      }
      FileName before = names.get(name.key());
      if (before == null || before.dialect() == null) {
        RawFile twin = chosen.get(name.key());
        if (twin != null && name.dialect() == null && !twin.text().equals(file.text())) {
          throw duplicate(module, String.valueOf(name.version()), twin.origin(), file.origin());
        }
        chosen.put(name.key(), file);
        names.put(name.key(), name);
      }
    }
    List<MigrationSource> sources = new ArrayList<>();
    Map<MigrationVersion, MigrationSource> downs = new HashMap<>();
    chosen.forEach((key, file) -> {
      FileName name = names.get(key);
      if (name != null) {
        MigrationSource source = FileParser.read(file, name, lexer);
        if (name.form() == FileName.Form.FLYWAY_DOWN) {
          downs.put(source.number(), source);
        } else {
          sources.add(source);
        }
      }
    });
    sources.replaceAll(source -> {
      MigrationSource down = source.version() == null ? null : downs.remove(source.number());
      return down == null || source.kind() != MigrationKind.VERSIONED
          ? source
          : source.withDown(down.up());
    });
    return sources;
  }

  /** A name that nobody knows is rather mistyped than meant for somebody else. */
  private void requireDialect(String name, RawFile file) {
    Set<String> known = new TreeSet<>(OURS);
    known.add(dialect);
    if (!known.contains(name)) {
      throw Invalid.file(
          ErrorCode.INVALID_MIGRATION,
          file,
          0,
          "its name says that it is for " + name + ", and there is no such dialect",
          "The dialects are " + String.join(" and ", known) + "; rename the file.");
    }
  }

  private static MigrationSource ofClass(Migration migration) {
    String origin = migration.getClass().getName();
    MigrationVersion version = MigrationVersion.parse(migration.version())
        .orElseThrow(() -> Invalid.of(
            ErrorCode.INVALID_MIGRATION,
            "Cannot use migration " + origin,
            "its version \"" + migration.version() + "\" is none",
            "Write 3 or 1.2.",
            MigrationPlace.of(migration.module(), null, origin)));
    List<Requirement> requires = migration.requires().stream()
        .map(text -> requirement(migration.module(), text))
        .toList();
    Part part = Part.java(migration.transactional());
    return new MigrationSource(
        migration.module(),
        version.toString(),
        version,
        migration.name(),
        MigrationKind.VERSIONED,
        origin,
        false,
        part,
        migration.reversible() ? part : null,
        requires,
        null,
        TextForm.checksum(origin + "\n" + migration.checksum()),
        migration);
  }

  private static MigrationSet.Module module(String name, Draft draft) {
    List<MigrationSource> versioned = of(draft, MigrationKind.VERSIONED);
    List<MigrationSource> squashed = of(draft, MigrationKind.SQUASHED);
    requireUnique(name, versioned);
    requireUnique(name, squashed);
    return new MigrationSet.Module(
        name,
        draft.requires,
        versioned,
        squashed,
        of(draft, MigrationKind.REPEATABLE),
        of(draft, MigrationKind.SEED));
  }

  private static List<MigrationSource> of(Draft draft, MigrationKind kind) {
    return draft.sources.stream()
        .filter(source -> source.kind() == kind)
        .sorted(Comparator.comparing(MigrationSource::number).thenComparing(MigrationSource::id))
        .toList();
  }

  private static void requireUnique(String module, List<MigrationSource> sorted) {
    @Nullable MigrationSource before = null;
    for (MigrationSource source : sorted) {
      if (before != null && before.id().equals(source.id())) {
        throw duplicate(module, source.id(), before.origin(), source.origin());
      }
      before = source;
    }
  }

  private static InvalidMigrationException duplicate(
      String module, String id, String one, String other) {
    return Invalid.of(
        ErrorCode.DUPLICATE_MIGRATION,
        "Cannot use the migrations of module " + module,
        "two have the number " + id + ": " + one + " and " + other,
        "Give the one that has run nowhere yet the next free number; which one that is, status tells"
            + " on each database.",
        MigrationPlace.of(module, id, other));
  }

  /**
   * Reads the text of a part that the history kept.
   *
   * @param text the text
   * @return its statements
   */
  public List<Statement> statements(String text) {
    return FileParser.statements(text, lexer);
  }

  /**
   * Reads a way down that only the history knows.
   *
   * @param module the module
   * @param name the name of the migration
   * @param text the text of the way down, with its directives
   * @return the part
   */
  public Part down(String module, String name, String text) {
    RawFile file = new RawFile(module, "history", "the history of " + module, text);
    FileName named = new FileName(FileName.Form.OWN, MigrationVersion.NONE, name, null);
    return FileParser.read(file, named, lexer).up();
  }
}
