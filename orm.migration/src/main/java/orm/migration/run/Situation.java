package orm.migration.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.SchemaVersionException;
import orm.api.migration.MigrationKind;
import orm.api.migration.MigrationOptions;
import orm.api.migration.MigrationState;
import orm.api.migration.MigrationStatus;
import orm.api.migration.MigrationVersion;
import orm.migration.file.MigrationSet;
import orm.migration.file.MigrationSource;
import orm.migration.file.SetReader;
import orm.migration.file.TextDiff;
import orm.migration.file.TextForm;
import orm.migration.history.History;
import orm.migration.history.HistoryRow;
import orm.migration.run.Standing.Problem;
import orm.spi.sql.SqlScript.Statement;

/** Files and history side by side, at one moment. */
final class Situation {
  private final String database;
  private final SetReader reader;
  private final History history;
  private final Order order;

  /** What only the history knows, in the order in which it ran. */
  private final List<Standing> gone = new ArrayList<>();

  private final List<Standing> versioned = new ArrayList<>();
  private final List<Standing> repeatable = new ArrayList<>();
  private final List<Standing> seeds = new ArrayList<>();

  Situation(String database, MigrationSet set, History history, SetReader reader) {
    this.database = database;
    this.reader = reader;
    this.history = history;
    SortedMap<String, MigrationSet.Module> modules = new TreeMap<>();
    set.modules().forEach((name, module) -> modules.put(name, chosen(module)));
    this.order = new Order(modules, history);
    Set<String> known = new HashSet<>();
    for (MigrationSource source : order.versioned()) {
      known.add(key(source.module(), source.id()));
      versioned.add(ofVersioned(source));
    }
    for (MigrationSet.Module module : order.modules()) {
      for (MigrationSource source : module.repeatable()) {
        known.add(key(source.module(), source.id()));
        repeatable.add(ofRepeatable(source));
      }
      for (MigrationSource source : module.seeds()) {
        known.add(key(source.module(), source.id()));
        seeds.add(ofRepeatable(source));
      }
    }
    history.all().stream()
        .filter(row -> !known.contains(key(row.module(), row.id())))
        .sorted(Comparator.comparingInt(HistoryRow::position))
        .forEach(row -> gone.add(ofGone(row, modules.get(row.module()), set)));
  }

  private static String key(String module, String id) {
    return module + '\0' + id;
  }

  // Squashed files

  /** Takes for each range of versions either the squashed file or those that it replaces. */
  private MigrationSet.Module chosen(MigrationSet.Module module) {
    List<MigrationSource> chosen = new ArrayList<>(module.versioned());
    for (MigrationSource squash : module.squashed()) {
      List<HistoryRow> ran = history.of(module.name()).stream()
          .filter(row -> row.isApplied() && squash.replaces(row.version()))
          .toList();
      boolean all = ran.stream().anyMatch(row -> row.version().equals(squash.number()));
      if (!ran.isEmpty() && !all) {
        requireOriginals(module, squash);
      } else {
        chosen.removeIf(source -> squash.replaces(source.number()));
        chosen.add(squash);
      }
    }
    chosen.sort(Comparator.comparing(MigrationSource::number));
    return module.withVersioned(chosen);
  }

  private void requireOriginals(MigrationSet.Module module, MigrationSource squash) {
    boolean last =
        module.versioned().stream().anyMatch(source -> source.number().equals(squash.number()));
    if (!last) {
      throw new SchemaVersionException(
          Failure.of(
                  ErrorCode.PARTLY_SQUASHED,
                  "Cannot migrate database " + database + ": " + squash.title())
              .because("it stands for " + squash.replaces() + " to " + squash.number()
                  + ", and the database stands in the middle, at "
                  + history.version(module.name()))
              .fix("Run an older release that still has the single files, then this one."),
          squash.place());
    }
  }

  // States

  private Standing ofVersioned(MigrationSource source) {
    HistoryRow row = history.find(source.module(), source.id()).orElse(null);
    if (row == null) {
      return new Standing(source, null, withoutRow(source), outOfOrder(source, withoutRow(source)));
    }
    boolean otherForm =
        (source.kind() == MigrationKind.SQUASHED) != (row.kind() == MigrationKind.SQUASHED);
    if (row.kind() == MigrationKind.BASELINE || (otherForm && row.isApplied())) {
      return new Standing(source, row, MigrationState.COVERED, null);
    }
    if (row.state() == HistoryRow.State.UNDONE) {
      return new Standing(source, row, MigrationState.UNDONE, null);
    }
    boolean edited = !row.checksum().equals(source.checksum());
    if (row.isInterrupted()) {
      boolean changed =
          edited && row.state() == HistoryRow.State.APPLYING && !beginsAlike(source, row);
      return changed
          ? edited(source, row)
          : new Standing(source, row, MigrationState.INTERRUPTED, null);
    }
    return edited ? edited(source, row) : new Standing(source, row, MigrationState.APPLIED, null);
  }

  private MigrationState withoutRow(MigrationSource source) {
    MigrationVersion version = source.number();
    if (version.compareTo(history.baseline(source.module())) <= 0) {
      return MigrationState.COVERED;
    }
    boolean squashed = history.of(source.module()).stream()
        .anyMatch(row -> row.isApplied() && row.replaces(version));
    if (squashed) {
      return MigrationState.COVERED;
    }
    return version.compareTo(history.version(source.module())) < 0
        ? MigrationState.OUT_OF_ORDER
        : MigrationState.PENDING;
  }

  private @Nullable Problem outOfOrder(MigrationSource source, MigrationState state) {
    return state != MigrationState.OUT_OF_ORDER
        ? null
        : new Problem(
            ErrorCode.OUT_OF_ORDER,
            "it has not run, but " + source.module() + " " + history.version(source.module())
                + " has",
            "Give it a number behind that one, or allow it to run out of order.");
  }

  /** Whether what has run of an interrupted migration is the same as before. */
  private boolean beginsAlike(MigrationSource source, HistoryRow row) {
    int done = Math.max(row.step(), row.running());
    List<Statement> before = reader.statements(row.up());
    List<Statement> now = source.up().statements();
    if (before.size() < done || now.size() < done) {
      return false;
    }
    for (int i = 0; i < done; i++) {
      boolean repeated = i + 1 == row.running();
      if (!repeated && !before.get(i).text().equals(now.get(i).text())) {
        return false;
      }
    }
    return true;
  }

  private static Standing edited(MigrationSource source, HistoryRow row) {
    String diff = row.up().isEmpty() || source.java() != null
        ? ""
        : ":\n"
            + TextDiff.of(
                TextForm.canonical(row.up()), TextForm.canonical(source.up().text()))
            + "\n";
    return new Standing(
        source,
        row,
        MigrationState.EDITED,
        new Problem(
            ErrorCode.MIGRATION_EDITED,
            source.origin() + " was changed after it had run at " + row.at() + diff,
            "Undo the change and write a new migration; if both mean the same, accept the change"
                + " with repair."));
  }

  private Standing ofRepeatable(MigrationSource source) {
    HistoryRow row = history.find(source.module(), source.id()).orElse(null);
    MigrationState state;
    if (row == null) {
      state = MigrationState.PENDING;
    } else if (row.isInterrupted()) {
      state = MigrationState.INTERRUPTED;
    } else if (row.state() == HistoryRow.State.UNDONE) {
      state = MigrationState.UNDONE;
    } else {
      state = row.checksum().equals(source.checksum())
          ? MigrationState.APPLIED
          : MigrationState.CHANGED;
    }
    return new Standing(source, row, state, null);
  }

  private Standing ofGone(HistoryRow row, MigrationSet.@Nullable Module module, MigrationSet set) {
    if (module == null) {
      return new Standing(null, row, MigrationState.ABSENT, null);
    }
    if (row.kind() == MigrationKind.BASELINE) {
      return new Standing(null, row, MigrationState.APPLIED, null);
    }
    boolean numbered =
        row.kind() == MigrationKind.VERSIONED || row.kind() == MigrationKind.SQUASHED;
    if (!numbered || row.state() == HistoryRow.State.UNDONE) {
      return new Standing(null, row, MigrationState.ABSENT, null);
    }
    MigrationSet.Module brought = set.modules().get(row.module());
    boolean squashed = brought != null
        && brought.squashed().stream().anyMatch(source -> source.replaces(row.version()));
    if (squashed) {
      return new Standing(null, row, MigrationState.COVERED, null);
    }
    MigrationVersion last = module.versioned().stream()
        .map(MigrationSource::number)
        .max(MigrationVersion::compareTo)
        .orElse(MigrationVersion.NONE);
    return row.version().compareTo(last) > 0 ? ahead(row, last) : missing(row);
  }

  private static Standing ahead(HistoryRow row, MigrationVersion last) {
    return new Standing(
        null,
        row,
        MigrationState.AHEAD,
        new Problem(
            ErrorCode.SCHEMA_AHEAD,
            "the database has it, and the application goes no further than " + last
                + ": the database is newer",
            row.down() == null
                ? "Run the newer application, or restore a backup; it cannot be undone."
                : "Run the newer application, or undo it: the history keeps how."));
  }

  private static Standing missing(HistoryRow row) {
    return new Standing(
        null,
        row,
        MigrationState.MISSING,
        new Problem(
            ErrorCode.MIGRATION_MISSING,
            "it ran at " + row.at() + ", and its file is gone",
            "Bring the file back; if it was taken away on purpose, forget it with repair."));
  }

  // What others ask

  History history() {
    return history;
  }

  Order order() {
    return order;
  }

  MigrationStatus status() {
    List<Standing> all = new ArrayList<>(gone);
    all.addAll(versioned);
    all.addAll(repeatable);
    all.addAll(seeds);
    return new MigrationStatus(database, all.stream().map(Standing::info).toList());
  }

  List<Standing> versioned() {
    return versioned;
  }

  List<Standing> repeatable() {
    return repeatable;
  }

  List<Standing> seeds() {
    return seeds;
  }

  /** The file of a migration, if somebody brings it. */
  Optional<MigrationSource> source(String module, String id) {
    return all()
        .flatMap(standing -> Optional.ofNullable(standing.source()).stream())
        .filter(source -> source.module().equals(module) && source.id().equals(id))
        .findFirst();
  }

  /** Those of a module, in the order in which they run. */
  List<Standing> all(String module) {
    return all().filter(standing -> standing.info().module().equals(module)).toList();
  }

  private Stream<Standing> all() {
    return Stream.of(gone, versioned, repeatable, seeds).flatMap(List::stream);
  }

  /** Throws for the first thing that is in the way. */
  void requireNoProblem(MigrationOptions options, Predicate<String> modules) {
    all().filter(standing -> modules.test(standing.info().module())).forEach(standing -> {
      Problem problem = standing.problem();
      if (problem != null && !isAllowed(problem.code(), options)) {
        throw standing.refusal(problem, database);
      }
    });
  }

  private static boolean isAllowed(ErrorCode code, MigrationOptions options) {
    return (code == ErrorCode.OUT_OF_ORDER && options.isOutOfOrder())
        || (code == ErrorCode.SCHEMA_AHEAD && options.allowsNewerDatabase());
  }
}
