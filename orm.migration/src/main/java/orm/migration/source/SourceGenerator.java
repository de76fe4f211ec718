package orm.migration.source;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import orm.api.catalog.Catalog;
import orm.api.catalog.CatalogSequence;
import orm.api.catalog.CatalogTable;
import orm.api.catalog.CatalogView;
import orm.api.catalog.ObjectName;
import orm.api.migration.GeneratedSources;
import orm.api.migration.SourceFile;
import orm.api.migration.SourceOptions;
import orm.api.schema.Naming;
import orm.spi.migration.MigrationTarget;

/**
 * Writes records for the tables of a database, read-only ones for its views and for tables without
 * a key, and a first migration.
 *
 * <p>Whatever an annotation cannot say becomes a note: the migration says it all the same, unless
 * the note tells otherwise.
 */
public final class SourceGenerator {
  /** Who keeps the history of a schema in a table. */
  private static final Set<String> HISTORIES = Set.of("orm_migration", "flyway_schema_history");

  private final String database;
  private final MigrationTarget.Access access;
  private final LogicalNames names;
  private final SourceOptions options;
  private final Notes notes = new Notes();
  private final TakenNames types = new TakenNames(true);
  private final Map<ObjectName, TableDraft> entities = new LinkedHashMap<>();
  private final Map<TableDraft, String> readOnly = new LinkedHashMap<>();
  private final List<LinkDraft> links = new ArrayList<>();

  /**
   * Makes a generator for one use.
   *
   * @param database the name of the database
   * @param access the database
   * @param naming how logical names appear in it
   * @param options package, module and names
   * @throws IllegalArgumentException if a name in the options cannot be one in Java
   */
  public SourceGenerator(
      String database, MigrationTarget.Access access, Naming naming, SourceOptions options) {
    this.database = database;
    this.access = access;
    this.names = new LogicalNames(naming);
    this.options = options;
    if (!JavaNames.isPackage(options.packageName())) {
      throw new IllegalArgumentException("'" + options.packageName() + "' cannot name a package");
    }
    if (!options.module().matches("[A-Za-z][A-Za-z0-9._-]*")) {
      throw new IllegalArgumentException("'" + options.module()
          + "' cannot name a module: use letters, digits, dots, '-' and '_'");
    }
    options.names().forEach((of, name) -> {
      if (!JavaNames.isIdentifier(name) || JavaNames.OF_OBJECTS.contains(name)) {
        throw new IllegalArgumentException(
            "'" + name + "' for " + of + " cannot be a name in Java");
      }
    });
  }

  /**
   * Writes the files.
   *
   * @param whole what is there
   * @param begun whether the module has a history, so that a first migration comes too late
   * @return the files and notes
   * @throws SQLException if the database refuses
   */
  public GeneratedSources generate(Catalog whole, boolean begun) throws SQLException {
    Catalog catalog = wanted(whole);
    types.free(JavaNames.type(options.module()) + "Module");
    Map<ObjectName, String> javaNames = chosen(catalog);
    ColumnChoice columns = new ColumnChoice(catalog, access.connector(), names, types, notes);
    for (CatalogTable table : catalog.tables()) {
      draft(table, javaNames, columns).ifPresent(draft -> sort(table, draft));
    }
    for (CatalogView view : catalog.views()) {
      CatalogTable seen = seenAsTable(view);
      draft(seen, javaNames, columns).ifPresent(draft -> readOnly.put(draft, "view"));
    }
    takeLinks();
    fill();
    tellOthers(catalog);
    return new GeneratedSources(database, files(catalog, columns, begun), notes.sorted());
  }

  /** What is asked for; with tables, the types and sequences that they need. */
  private Catalog wanted(Catalog whole) {
    Set<String> chosen = options.tables();
    requireKnown(whole);
    return new Catalog(
        whole.tables().stream()
            .filter(table -> !HISTORIES.contains(table.name().name()))
            .filter(table -> chosen.isEmpty() || chosen.contains(table.name().name()))
            .toList(),
        whole.views().stream()
            .filter(view -> chosen.isEmpty() || chosen.contains(view.name().name()))
            .toList(),
        whole.sequences().stream()
            .filter(sequence -> chosen.isEmpty()
                || (sequence.ownerTable() != null
                    && chosen.contains(sequence.ownerTable().name())))
            .toList(),
        whole.enums().stream().filter(each -> isUsed(whole, each.name())).toList(),
        whole.domains().stream().filter(each -> isUsed(whole, each.name())).toList(),
        chosen.isEmpty() ? whole.others() : List.of());
  }

  private boolean isUsed(Catalog whole, ObjectName type) {
    return options.tables().isEmpty()
        || whole.tables().stream()
            .filter(table -> options.tables().contains(table.name().name()))
            .flatMap(table -> table.columns().stream())
            .anyMatch(column -> column.type().contains(type.name()));
  }

  private void requireKnown(Catalog whole) {
    Set<String> known = new HashSet<>();
    whole.tables().forEach(table -> known.add(table.name().name()));
    whole.views().forEach(view -> known.add(view.name().name()));
    for (String table : new TreeSet<>(options.tables())) {
      if (!known.contains(table)) {
        throw new IllegalArgumentException("there is no table or view " + table);
      }
    }
  }

  /** The names that the user has chosen for types; no other one gets them. */
  private Map<ObjectName, String> chosen(Catalog catalog) {
    Map<ObjectName, String> found = new LinkedHashMap<>();
    List<ObjectName> objects = new ArrayList<>();
    catalog.tables().forEach(table -> objects.add(table.name()));
    catalog.views().forEach(view -> objects.add(view.name()));
    for (ObjectName object : objects) {
      String name = options.names().get(object.name());
      if (name != null) {
        if (!types.take(name)) {
          throw new IllegalArgumentException(
              "'" + name + "' cannot name " + object + ": the name is taken");
        }
        found.put(object, name);
      }
    }
    return found;
  }

  private Optional<TableDraft> draft(
      CatalogTable table, Map<ObjectName, String> javaNames, ColumnChoice columns) {
    Optional<String> logical = names.of(table.name().name());
    if (logical.isEmpty()) {
      notes.add(table, "left out: no name in a model leads to it");
      return Optional.empty();
    }
    String type = javaNames.get(table.name());
    String name = type == null ? types.free(JavaNames.type(table.name().name())) : type;
    TableDraft draft = columns.of(table, logical.get(), name);
    if (draft.columns.isEmpty()) {
      notes.add(table, "left out: it has no column that a record can hold");
      return Optional.empty();
    }
    return Optional.of(draft);
  }

  private static CatalogTable seenAsTable(CatalogView view) {
    return new CatalogTable(
        view.name(),
        view.columns(),
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        view.triggers(),
        List.of(),
        view.comment());
  }

  private void sort(CatalogTable table, TableDraft draft) {
    boolean keyed = !draft.key().isEmpty()
        && draft.key().stream()
            .allMatch(column ->
                draft.column(column).filter(each -> each.type().mayBeKey()).isPresent());
    if (keyed) {
      entities.put(table.name(), draft);
    } else {
      notes.add(
          table,
          "it can only be read: "
              + (draft.key().isEmpty()
                  ? "it has no primary key"
                  : "no record can hold its primary key"));
      readOnly.put(draft, "table");
    }
  }

  /** A table to which others refer is more than a link. */
  private void takeLinks() {
    Map<TableDraft, LinkDraft> found = new LinkedHashMap<>();
    for (TableDraft draft : entities.values()) {
      LinkDraft.of(draft).ifPresent(link -> found.put(draft, link));
    }
    Set<ObjectName> targets = entities.values().stream()
        .flatMap(draft -> draft.table.foreignKeys().stream())
        .map(key -> key.target())
        .collect(Collectors.toSet());
    found.forEach((draft, link) -> {
      boolean leadsToKeys = draft.table.foreignKeys().stream().allMatch(key -> {
        TableDraft target = entities.get(key.target());
        return target != null
            && !found.containsKey(target)
            && Set.copyOf(key.targetColumns()).equals(new HashSet<>(target.key()))
            && sameTypes(draft, key.columns(), target, key.targetColumns());
      });
      if (leadsToKeys && !targets.contains(draft.table.name())) {
        links.add(link);
      }
    });
    links.forEach(link -> entities.remove(link.table().table.name()));
  }

  private static boolean sameTypes(
      TableDraft draft, List<String> columns, TableDraft target, List<String> targets) {
    for (int i = 0; i < columns.size(); i++) {
      TypeText type = draft.column(columns.get(i)).orElseThrow().type();
      if (!type.equals(target.column(targets.get(i)).orElseThrow().type())) {
        return false;
      }
    }
    return true;
  }

  private void fill() {
    References references = new References(entities, options.names(), names, notes);
    ValueMarks values = new ValueMarks(names, notes);
    boolean nullsLast = access.dialect().equals("postgres");
    ConstraintMarks constraints =
        new ConstraintMarks(access.connector().catalogReader(), names, notes, nullsLast);
    for (TableDraft draft : entities.values()) {
      references.read(draft);
      references.name(draft);
      draft.components.forEach(component -> values.mark(draft, component));
      constraints.mark(draft);
    }
    for (TableDraft draft : readOnly.keySet()) {
      draft.columns.forEach(column -> draft.components.add(ComponentDraft.value(column, false)));
      references.name(draft);
    }
    Relations relations = new Relations(entities, names, notes);
    relations.inverses(entities.values());
    links.forEach(relations::link);
    new TypeNotes(access.connector(), notes).tell(entities.values());
  }

  private void tellOthers(Catalog catalog) {
    for (CatalogTable table : catalog.tables()) {
      table
          .triggers()
          .forEach(trigger -> notes.add(table, "trigger " + trigger.name() + " is not said"));
      if (table.comment() != null
          || table.columns().stream().anyMatch(column -> column.comment() != null)) {
        notes.add(table, "its comments are said in Javadoc alone");
      }
    }
    catalog
        .views()
        .forEach(view -> notes.add(view.name().toString(), "what the view reads is not said"));
    for (CatalogSequence sequence : catalog.sequences()) {
      notes.add(
          sequence.name().toString(),
          sequence.ownerTable() == null
              ? "this sequence is said where it is the default of a column alone"
              : "that this sequence goes with its column is not said");
    }
    catalog
        .others()
        .forEach(other -> notes.add(
            other.name().toString(), other.kind() + " is said neither here nor in the migration"));
  }

  private List<SourceFile> files(Catalog catalog, ColumnChoice columns, boolean begun)
      throws SQLException {
    RecordWriter writer = new RecordWriter(options.packageName(), types.all());
    List<SourceFile> files = new ArrayList<>();
    entities.values().forEach(draft -> files.add(source(draft.type, writer.entity(draft))));
    readOnly.forEach(
        (draft, what) -> files.add(source(draft.type, writer.rows(draft, what, select(draft)))));
    columns.enums().forEach(draft -> files.add(source(draft.name(), writer.enumeration(draft))));
    List<String> listed =
        entities.values().stream().map(draft -> draft.type).sorted().toList();
    files.add(source("package-info", writer.packageInfo(options.module(), database, listed)));
    if (options.baseline() && begun) {
      notes.add(options.module(), "its history has begun: no first migration is written");
    } else if (options.baseline()) {
      files.add(Baseline.of(options.module(), catalog, access));
    }
    files.sort(Comparator.comparing(SourceFile::path));
    return files;
  }

  private SourceFile source(String type, String text) {
    return new SourceFile(
        SourceFile.Kind.SOURCE,
        options.packageName().replace('.', '/') + "/" + type + ".java",
        text);
  }

  private String select(TableDraft draft) {
    return draft.columns.stream()
        .map(column -> quote(column.name()))
        .collect(Collectors.joining(
            ", ", "SELECT ", " FROM " + quote(draft.table.name().name())));
  }

  private String quote(String name) {
    return access.connector().syntax().quote(name);
  }
}
