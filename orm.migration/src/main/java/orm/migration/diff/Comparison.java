package orm.migration.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import orm.api.catalog.Catalog;
import orm.api.catalog.CatalogCheck;
import orm.api.catalog.CatalogColumn;
import orm.api.catalog.CatalogDomain;
import orm.api.catalog.CatalogEnum;
import orm.api.catalog.CatalogForeignKey;
import orm.api.catalog.CatalogIndex;
import orm.api.catalog.CatalogKey;
import orm.api.catalog.CatalogSequence;
import orm.api.catalog.CatalogTable;
import orm.api.catalog.CatalogTrigger;
import orm.api.catalog.CatalogView;
import orm.api.catalog.ObjectName;
import orm.api.catalog.SchemaChange;
import orm.api.catalog.SchemaChange.SetComment;
import orm.api.catalog.TableChange;
import orm.spi.dialect.ChangeWriter;

/**
 * One comparison. A change before {@link Phase#RENAME} uses old names, one after it new names.
 *
 * <p>Map: types; tables and their columns, keys, checks, indexes, foreign keys; views and triggers;
 * sequences; comments.
 */
final class Comparison {
  private final Renaming renaming;
  private final Catalog base;
  private final Catalog target;
  private final ChangeWriter dialect;
  private final SqlText text;
  private final Canonical canonical;
  private final Phases phases = new Phases();
  private final Map<ObjectName, TablePair> pairs = new LinkedHashMap<>();
  private final List<CatalogTable> droppedTables = new ArrayList<>();

  /** Renamed constraints and indexes: they share one space of names. */
  private final Map<String, String> renamedParts = new LinkedHashMap<>();

  private final Map<String, BiFunction<String, String, SchemaChange>> renamers = new HashMap<>();

  /** Indexes that are made, be it once more. */
  private final Set<CatalogIndex> createdIndexes = new LinkedHashSet<>();

  private final Set<ObjectName> createdViews = new LinkedHashSet<>();

  Comparison(Renaming renaming, Catalog target, ChangeWriter dialect, SqlText text) {
    this.renaming = renaming;
    this.base = renaming.renamed();
    this.target = target;
    this.dialect = dialect;
    this.text = text;
    this.canonical = new Canonical(text);
  }

  List<SchemaChange> changes() {
    Set<String> newTypes = types();
    for (CatalogTable now : base.tables()) {
      target
          .table(now.name())
          .ifPresentOrElse(
              to -> pairs.put(
                  to.name(), new TablePair(renaming.original(now), now, to, text, newTypes)),
              () -> droppedTables.add(now));
    }
    renameTables();
    pairs.values().forEach(this::table);
    renameParts();
    droppedTables.forEach(this::dropTable);
    for (CatalogTable to : target.tables()) {
      if (!pairs.containsKey(to.name())) {
        createTable(to);
      }
    }
    views();
    triggers();
    sequences();
    comments();
    return phases.ordered();
  }

  // Types

  /** The names of the types that are made once more, so that their columns change. */
  private Set<String> types() {
    Set<String> remade = new LinkedHashSet<>();
    Map<ObjectName, CatalogEnum> enums = new LinkedHashMap<>();
    base.enums().forEach(type -> enums.put(type.name(), type));
    for (CatalogEnum to : target.enums()) {
      CatalogEnum now = enums.remove(to.name());
      if (now == null) {
        phases.add(Phase.TYPES, new SchemaChange.CreateEnum(to));
      } else if (isSubsequence(now.labels(), to.labels())) {
        addLabels(now, to);
      } else {
        phases.add(Phase.TYPES, new SchemaChange.RecreateEnum(now, to));
        remade.add(to.name().name());
      }
    }
    enums.values().forEach(gone -> phases.add(Phase.DROP_TYPES, new SchemaChange.DropEnum(gone)));
    Map<ObjectName, CatalogDomain> domains = new LinkedHashMap<>();
    base.domains().forEach(domain -> domains.put(domain.name(), domain));
    for (CatalogDomain to : target.domains()) {
      CatalogDomain now = domains.remove(to.name());
      if (now == null) {
        phases.add(Phase.TYPES, new SchemaChange.CreateDomain(to));
      } else if (!canonical.domain(now).equals(canonical.domain(to))) {
        phases.add(Phase.TYPES, new SchemaChange.AlterDomain(now, to));
        if (!now.type().equals(to.type())) {
          remade.add(to.name().name());
        }
      }
    }
    domains
        .values()
        .forEach(gone -> phases.add(Phase.DROP_TYPES, new SchemaChange.DropDomain(gone)));
    return remade;
  }

  private void addLabels(CatalogEnum now, CatalogEnum to) {
    // From the end, so that the label that each one comes before is there.
    String next = null;
    List<SchemaChange> added = new ArrayList<>();
    for (int i = to.labels().size() - 1; i >= 0; i--) {
      String label = to.labels().get(i);
      if (!now.labels().contains(label)) {
        added.add(new SchemaChange.AddLabel(to.name(), label, next));
      }
      next = label;
    }
    added.forEach(change -> phases.add(Phase.TYPES, change));
  }

  private static boolean isSubsequence(List<String> part, List<String> whole) {
    int found = 0;
    for (String label : whole) {
      if (found < part.size() && part.get(found).equals(label)) {
        found++;
      }
    }
    return found == part.size();
  }

  // Tables

  private void renameTables() {
    Map<ObjectName, Map<String, String>> bySchema = new LinkedHashMap<>();
    renaming
        .tables()
        .forEach((from, to) -> bySchema
            .computeIfAbsent(new ObjectName(from.schema(), ""), none -> new LinkedHashMap<>())
            .put(from.name(), to.name()));
    bySchema.forEach((schema, names) -> {
      for (RenameOrder.Step step : RenameOrder.of(names, dialect.ignoresCase())) {
        phases.add(
            Phase.RENAME,
            new SchemaChange.RenameTable(
                new ObjectName(schema.schema(), step.from()),
                new ObjectName(schema.schema(), step.to())));
      }
    });
    renaming.columns().forEach((table, names) -> {
      for (RenameOrder.Step step : RenameOrder.of(names, dialect.ignoresCase())) {
        phases.add(Phase.RENAME, new TableChange.RenameColumn(table, step.from(), step.to()));
      }
    });
  }

  private void createTable(CatalogTable table) {
    CatalogTable bare = new CatalogTable(
        table.name(),
        table.columns(),
        table.primaryKey(),
        table.uniques(),
        List.of(),
        table.checks(),
        List.of(),
        List.of(),
        table.options(),
        table.comment());
    phases.add(Phase.CREATE_TABLES, new SchemaChange.CreateTable(bare));
    table.indexes().forEach(index -> createIndex(table.name(), index));
    table
        .foreignKeys()
        .forEach(key ->
            phases.add(Phase.ADD_FOREIGN_KEYS, new TableChange.AddForeignKey(table.name(), key)));
  }

  private void dropTable(CatalogTable now) {
    CatalogTable old = renaming.original(now);
    for (CatalogForeignKey key : old.foreignKeys()) {
      if (!key.target().equals(old.name())) {
        phases.add(Phase.DROP_FOREIGN_KEYS, new TableChange.DropForeignKey(old.name(), key));
      }
    }
    Set<String> wanted = new LinkedHashSet<>();
    target.tables().forEach(table -> wanted.addAll(partNames(table)));
    boolean inTheWay =
        Renaming.isGone(now.name().name()) || partNames(old).stream().anyMatch(wanted::contains);
    phases.add(inTheWay ? Phase.DROP_EARLY : Phase.DROP_TABLES, new SchemaChange.DropTable(old));
  }

  private static Set<String> partNames(CatalogTable table) {
    Set<String> names = new LinkedHashSet<>();
    List<CatalogKey> keys = new ArrayList<>(table.uniques());
    CatalogKey primary = table.primaryKey();
    if (primary != null) {
      keys.add(primary);
    }
    for (CatalogKey key : keys) {
      String name = key.name();
      if (name != null) {
        names.add(name);
      }
    }
    table.indexes().forEach(index -> names.add(index.name()));
    return names;
  }

  private void table(TablePair pair) {
    columns(pair);
    if (!pair.now.options().equals(pair.to.options())) {
      phases.add(
          Phase.ALTER_COLUMNS,
          new TableChange.SetOptions(pair.name(), pair.now.options(), pair.to.options()));
    }
    primaryKey(pair);
    uniques(pair);
    checks(pair);
    indexes(pair);
    foreignKeys(pair);
  }

  private void columns(TablePair pair) {
    ObjectName table = pair.name();
    for (CatalogColumn column : pair.now.columns()) {
      CatalogColumn to = pair.to.column(column.name()).orElse(null);
      if (to == null && (column.computed() || Renaming.isGone(column.name()))) {
        dropEarly(pair, column);
      } else if (to == null) {
        phases.add(Phase.DROP_COLUMNS, new TableChange.DropColumn(table, column));
      } else if (pair.replaced.contains(column.name())) {
        dropEarly(pair, column);
        phases.add(Phase.ADD_COMPUTED_COLUMNS, new TableChange.AddColumn(table, to));
      } else if (!canonical.column(column).equals(canonical.column(to))) {
        boolean lossy = !column.type().equals(to.type()) && dialect.losesValues(column, to);
        phases.add(Phase.ALTER_COLUMNS, new TableChange.AlterColumn(table, column, to, lossy));
      }
    }
    for (CatalogColumn column : pair.added) {
      phases.add(
          column.computed() ? Phase.ADD_COMPUTED_COLUMNS : Phase.ADD_COLUMNS,
          new TableChange.AddColumn(table, column));
    }
  }

  private void dropEarly(TablePair pair, CatalogColumn column) {
    phases.add(
        Phase.DROP_EARLY, new TableChange.DropColumn(pair.old.name(), renaming.original(column)));
  }

  private void primaryKey(TablePair pair) {
    CatalogKey now = pair.now.primaryKey();
    CatalogKey to = pair.to.primaryKey();
    if (now != null
        && to != null
        && canonical.key(now).equals(canonical.key(to))
        && pair.keepsKey(now)) {
      rename(pair, now.name(), to.name());
      return;
    }
    if (now != null) {
      phases.add(
          Phase.DROP_CONSTRAINTS,
          new TableChange.DropPrimaryKey(pair.old.name(), renaming.original(now)));
    }
    if (to != null) {
      phases.add(Phase.ADD_CONSTRAINTS, new TableChange.AddPrimaryKey(pair.name(), to));
    }
  }

  private void uniques(TablePair pair) {
    List<CatalogKey> left = new ArrayList<>(pair.to.uniques());
    for (CatalogKey now : pair.now.uniques()) {
      CatalogKey to = pair.keepsKey(now)
          ? take(
              left,
              CatalogKey::name,
              now.name(),
              other -> canonical.key(other).equals(canonical.key(now)))
          : null;
      if (to == null) {
        phases.add(
            Phase.DROP_CONSTRAINTS,
            new TableChange.DropUnique(pair.old.name(), renaming.original(now)));
      } else {
        rename(pair, now.name(), to.name());
      }
    }
    left.forEach(
        to -> phases.add(Phase.ADD_CONSTRAINTS, new TableChange.AddUnique(pair.name(), to)));
  }

  private void checks(TablePair pair) {
    List<CatalogCheck> left = new ArrayList<>(pair.to.checks());
    for (CatalogCheck now : pair.now.checks()) {
      CatalogCheck to = pair.keepsCheck(now.sql())
          ? take(
              left,
              CatalogCheck::name,
              now.name(),
              other -> canonical.check(other).equals(canonical.check(now)))
          : null;
      if (to == null) {
        phases.add(
            Phase.DROP_CONSTRAINTS,
            new TableChange.DropCheck(pair.old.name(), renaming.original(now)));
      } else {
        rename(pair, now.name(), to.name());
      }
    }
    left.forEach(
        to -> phases.add(Phase.ADD_CONSTRAINTS, new TableChange.AddCheck(pair.name(), to)));
  }

  private void indexes(TablePair pair) {
    List<CatalogIndex> left = new ArrayList<>(pair.to.indexes());
    for (CatalogIndex now : pair.now.indexes()) {
      CatalogIndex to = pair.keepsIndex(now)
          ? take(
              left,
              CatalogIndex::name,
              now.name(),
              other -> canonical.index(other).equals(canonical.index(now)))
          : null;
      if (to == null) {
        phases.add(
            Phase.DROP_INDEXES, new TableChange.DropIndex(pair.old.name(), renaming.original(now)));
      } else if (!to.name().equals(now.name())) {
        rename(
            now.name(),
            to.name(),
            (from, name) -> new TableChange.RenameIndex(pair.name(), from, named(to, name)));
      }
    }
    left.forEach(index -> createIndex(pair.name(), index));
  }

  private static CatalogIndex named(CatalogIndex index, String name) {
    return new CatalogIndex(
        name,
        index.unique(),
        index.method(),
        index.parts(),
        index.included(),
        index.where(),
        index.nullsDistinct(),
        index.comment());
  }

  private void createIndex(ObjectName table, CatalogIndex index) {
    createdIndexes.add(index);
    phases.add(Phase.ADD_INDEXES, new TableChange.CreateIndex(table, index));
  }

  private void foreignKeys(TablePair pair) {
    List<CatalogForeignKey> left = new ArrayList<>(pair.to.foreignKeys());
    for (CatalogForeignKey now : pair.now.foreignKeys()) {
      CatalogForeignKey to = keepsForeignKey(pair, now)
          ? take(
              left,
              CatalogForeignKey::name,
              now.name(),
              other -> canonical.foreignKey(other).equals(canonical.foreignKey(now)))
          : null;
      if (to == null) {
        phases.add(
            Phase.DROP_FOREIGN_KEYS,
            new TableChange.DropForeignKey(pair.old.name(), renaming.original(now)));
      } else {
        rename(pair, now.name(), to.name());
      }
    }
    left.forEach(
        to -> phases.add(Phase.ADD_FOREIGN_KEYS, new TableChange.AddForeignKey(pair.name(), to)));
  }

  private boolean keepsForeignKey(TablePair pair, CatalogForeignKey key) {
    if (key.columns().stream().anyMatch(pair.touched()::contains)) {
      return false;
    }
    TablePair parent = pairs.get(key.target());
    return parent == null
        || (key.targetColumns().stream().noneMatch(parent.touched()::contains)
            && (key.targetColumns().isEmpty() || parent.keepsKeyOf(key.targetColumns())));
  }

  private interface Same<T> {
    boolean as(T other);
  }

  private interface Named<T> {
    @Nullable
    String of(T part);
  }

  /** Takes the part that is the same, best under the same name. */
  private static <T> @Nullable T take(
      List<T> parts, Named<T> names, @Nullable String name, Same<T> same) {
    T found = null;
    for (T part : parts) {
      if (same.as(part)) {
        if (found == null || Objects.equals(names.of(part), name)) {
          found = part;
        }
      }
    }
    if (found != null) {
      T taken = found;
      parts.removeIf(part -> part == taken);
    }
    return found;
  }

  private void rename(TablePair pair, @Nullable String from, @Nullable String to) {
    if (from != null && to != null && !from.equals(to)) {
      rename(from, to, (one, other) -> new TableChange.RenameConstraint(pair.name(), one, other));
    }
  }

  private void rename(String from, String to, BiFunction<String, String, SchemaChange> change) {
    if (renamedParts.putIfAbsent(from, to) == null) {
      renamers.put(from, change);
    } else {
      // Where two tables may have constraints of one name, no name stands in another one's way.
      phases.add(Phase.RENAME, change.apply(from, to));
    }
  }

  private void renameParts() {
    for (RenameOrder.Step step : RenameOrder.of(renamedParts, dialect.ignoresCase())) {
      BiFunction<String, String, SchemaChange> change =
          Objects.requireNonNull(renamers.get(step.from()));
      renamers.put(step.to(), change);
      phases.add(Phase.RENAME, change.apply(step.from(), step.to()));
    }
  }

  // Views and triggers

  private void views() {
    Set<String> moved = new LinkedHashSet<>();
    droppedTables.forEach(table -> moved.add(renaming.original(table).name().name()));
    pairs.values().stream().filter(TablePair::isHeavy).forEach(pair -> moved.addAll(pair.names()));
    List<CatalogView> dropped = new ArrayList<>();
    for (CatalogView now : base.views()) {
      CatalogView old = renaming.original(now);
      CatalogView to = target.views().stream()
          .filter(view -> view.name().equals(now.name()))
          .findFirst()
          .orElse(null);
      boolean same = to != null
          && Objects.equals(text.normal(now.sql()), text.normal(to.sql()))
          && now.materialized() == to.materialized();
      if (!same || text.mentions(old.sql(), moved)) {
        moved.add(now.name().name());
        dropped.add(old);
      }
    }
    for (int i = dropped.size() - 1; i >= 0; i--) {
      phases.add(Phase.DROP_VIEWS, new SchemaChange.DropView(dropped.get(i)));
    }
    List<ObjectName> staying = new ArrayList<>();
    base.views().forEach(view -> staying.add(view.name()));
    dropped.forEach(view -> staying.remove(view.name()));
    for (CatalogView to : target.views()) {
      if (!staying.contains(to.name())) {
        createdViews.add(to.name());
        phases.add(Phase.CREATE_VIEWS, new SchemaChange.CreateView(to));
      }
    }
  }

  private void triggers() {
    Set<String> moved = new LinkedHashSet<>();
    droppedTables.forEach(table -> moved.add(renaming.original(table).name().name()));
    pairs.values().stream().filter(TablePair::isHeavy).forEach(pair -> moved.addAll(pair.names()));
    createdViews.forEach(view -> moved.add(view.name()));
    for (TablePair pair : pairs.values()) {
      triggers(pair.old.name(), pair.name(), pair.now.triggers(), pair.to.triggers(), moved);
    }
    for (CatalogTable to : target.tables()) {
      if (!pairs.containsKey(to.name())) {
        triggers(to.name(), to.name(), List.of(), to.triggers(), moved);
      }
    }
    for (CatalogView to : target.views()) {
      List<CatalogTrigger> now = createdViews.contains(to.name())
          ? List.of()
          : base.views().stream()
              .filter(view -> view.name().equals(to.name()))
              .flatMap(view -> view.triggers().stream())
              .toList();
      triggers(to.name(), to.name(), now, to.triggers(), moved);
    }
  }

  private void triggers(
      ObjectName old,
      ObjectName name,
      List<CatalogTrigger> now,
      List<CatalogTrigger> wanted,
      Set<String> moved) {
    List<CatalogTrigger> left = new ArrayList<>(wanted);
    for (CatalogTrigger trigger : now) {
      CatalogTrigger original = renaming.original(trigger);
      CatalogTrigger to = text.mentions(original.sql(), moved)
          ? null
          : take(
              left,
              CatalogTrigger::name,
              trigger.name(),
              other -> other.name().equals(trigger.name())
                  && Objects.equals(text.normal(other.sql()), text.normal(trigger.sql())));
      if (to == null) {
        phases.add(Phase.DROP_TRIGGERS, new TableChange.DropTrigger(old, original));
      }
    }
    left.forEach(to -> phases.add(Phase.CREATE_TRIGGERS, new TableChange.CreateTrigger(name, to)));
  }

  // Sequences

  private void sequences() {
    Map<ObjectName, CatalogSequence> left = new LinkedHashMap<>();
    base.sequences().forEach(sequence -> left.put(sequence.name(), sequence));
    for (CatalogSequence to : target.sequences()) {
      CatalogSequence now = left.remove(to.name());
      if (now == null) {
        phases.add(Phase.TYPES, new SchemaChange.CreateSequence(to));
        if (to.ownerTable() != null) {
          phases.add(Phase.SEQUENCES, new SchemaChange.AlterSequence(ownedByNone(to), to));
        }
      } else if (!now.equals(to)) {
        phases.add(Phase.SEQUENCES, new SchemaChange.AlterSequence(now, to));
      }
    }
    left.values()
        .forEach(gone ->
            phases.add(Phase.SEQUENCES, new SchemaChange.DropSequence(renaming.original(gone))));
  }

  private static CatalogSequence ownedByNone(CatalogSequence sequence) {
    return new CatalogSequence(
        sequence.name(),
        sequence.type(),
        sequence.start(),
        sequence.increment(),
        sequence.least(),
        sequence.greatest(),
        sequence.cycle(),
        null,
        null);
  }

  // Comments

  private void comments() {
    for (CatalogTable to : target.tables()) {
      TablePair pair = pairs.get(to.name());
      comment(
          SetComment.Kind.TABLE,
          to.name(),
          null,
          pair == null ? null : pair.now.comment(),
          to.comment());
      for (CatalogColumn column : to.columns()) {
        String before = pair == null || pair.replaced.contains(column.name())
            ? null
            : pair.now.column(column.name()).map(CatalogColumn::comment).orElse(null);
        comment(SetComment.Kind.COLUMN, to.name(), column.name(), before, column.comment());
      }
      for (CatalogIndex index : to.indexes()) {
        String before =
            pair == null || createdIndexes.contains(index) ? null : commentOf(pair, index);
        comment(SetComment.Kind.INDEX, to.name(), index.name(), before, index.comment());
      }
    }
    for (CatalogView to : target.views()) {
      String before = createdViews.contains(to.name())
          ? null
          : base.views().stream()
              .filter(view -> view.name().equals(to.name()))
              .findFirst()
              .map(CatalogView::comment)
              .orElse(null);
      comment(
          to.materialized() ? SetComment.Kind.MATERIALIZED_VIEW : SetComment.Kind.VIEW,
          to.name(),
          null,
          before,
          to.comment());
    }
    typeComments();
  }

  private @Nullable String commentOf(TablePair pair, CatalogIndex index) {
    return pair.now.indexes().stream()
        .filter(each ->
            each.name().equals(index.name()) || index.name().equals(renamedParts.get(each.name())))
        .sorted(Comparator.comparing(each -> !renamedParts.containsKey(each.name())))
        .findFirst()
        .map(CatalogIndex::comment)
        .orElse(null);
  }

  private void typeComments() {
    for (CatalogEnum to : target.enums()) {
      String before = base.enums().stream()
          .filter(
              type -> type.name().equals(to.name()) && isSubsequence(type.labels(), to.labels()))
          .findFirst()
          .map(CatalogEnum::comment)
          .orElse(null);
      comment(SetComment.Kind.ENUM, to.name(), null, before, to.comment());
    }
    for (CatalogDomain to : target.domains()) {
      String before = base.domains().stream()
          .filter(type -> type.name().equals(to.name()) && type.type().equals(to.type()))
          .findFirst()
          .map(CatalogDomain::comment)
          .orElse(null);
      comment(SetComment.Kind.DOMAIN, to.name(), null, before, to.comment());
    }
  }

  private void comment(
      SetComment.Kind kind,
      ObjectName object,
      @Nullable String part,
      @Nullable String before,
      @Nullable String after) {
    if (!Objects.equals(before, after)) {
      phases.add(Phase.COMMENTS, new SetComment(kind, object, part, before, after));
    }
  }
}
