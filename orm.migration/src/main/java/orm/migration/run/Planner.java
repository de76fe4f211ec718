package orm.migration.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.InvalidMigrationException;
import orm.api.error.MigrationException;
import orm.api.error.MigrationPlace;
import orm.api.error.SchemaVersionException;
import orm.api.migration.DataLoss;
import orm.api.migration.Direction;
import orm.api.migration.MigrationKind;
import orm.api.migration.MigrationOptions;
import orm.api.migration.MigrationState;
import orm.api.migration.MigrationVersion;
import orm.api.migration.PlannedStep;
import orm.api.migration.Undo;
import orm.migration.file.MigrationSet;
import orm.migration.file.MigrationSource;
import orm.migration.file.Part;
import orm.migration.file.SetReader;
import orm.migration.history.HistoryRow;
import orm.spi.dialect.MigrationSupport;
import orm.spi.sql.SqlScript.Statement;

/** Decides what runs, in which order and how. */
final class Planner {
  private final String database;
  private final Situation situation;
  private final SetReader reader;
  private final MigrationSupport support;
  private final Losses losses;
  private final Connection connection;
  private final MigrationOptions options;

  Planner(
      String database,
      Situation situation,
      SetReader reader,
      MigrationSupport support,
      Losses losses,
      Connection connection,
      MigrationOptions options) {
    this.database = database;
    this.situation = situation;
    this.reader = reader;
    this.support = support;
    this.losses = losses;
    this.connection = connection;
    this.options = options;
  }

  // Up

  List<Task> up() throws SQLException {
    options.modules().forEach(this::requireKnown);
    Set<MigrationSource> wanted = wanted();
    situation.requireNoProblem(options, module -> isWanted(module, wanted));
    List<Task> tasks = new ArrayList<>();
    for (Standing standing : situation.versioned()) {
      MigrationSource source = standing.source();
      if (source != null && wanted.contains(source) && isToRun(standing)) {
        addUndoInterrupted(standing, tasks);
        tasks.add(up(source, standing.row()));
      }
    }
    for (Standing standing : situation.repeatable()) {
      MigrationSource source = standing.source();
      if (source != null && isAsked(source.module()) && isToRun(standing)) {
        addUndoInterrupted(standing, tasks);
        tasks.add(up(source, standing.row()));
      }
    }
    return tasks;
  }

  /** A module that is not there would be nothing to do, without a word. */
  private void requireKnown(String module) {
    List<String> names =
        situation.order().modules().stream().map(MigrationSet.Module::name).toList();
    if (!names.contains(module) && situation.history().of(module).isEmpty()) {
      throw new MigrationException(
          Failure.of(
                  ErrorCode.UNKNOWN_MIGRATION,
                  "Cannot find module " + module + " of database " + database)
              .because("neither a file nor the history knows it")
              .fix("There are the modules " + String.join(", ", names) + "."),
          MigrationPlace.of(module, null, null));
    }
  }

  private static boolean isToRun(Standing standing) {
    return standing.state().isPending() || standing.state() == MigrationState.INTERRUPTED;
  }

  private boolean isAsked(String module) {
    return options.modules().isEmpty() || options.modules().contains(module);
  }

  private boolean isWanted(String module, Set<MigrationSource> wanted) {
    return isAsked(module) || wanted.stream().anyMatch(one -> one.module().equals(module));
  }

  /** What the options ask for, with what that requires. */
  private Set<MigrationSource> wanted() {
    Set<MigrationSource> wanted = new LinkedHashSet<>();
    for (MigrationSource source : situation.order().versioned()) {
      if (isAsked(source.module()) && isWithinLimit(source)) {
        addWithNeeds(source, wanted);
      }
    }
    return wanted;
  }

  private boolean isWithinLimit(MigrationSource source) {
    return options
        .limit(source.module())
        .map(limit -> source.number().compareTo(limit) <= 0)
        .orElse(true);
  }

  private void addWithNeeds(MigrationSource source, Set<MigrationSource> wanted) {
    if (!wanted.add(source)) {
      return;
    }
    for (MigrationSource need : situation.order().needs(source)) {
      boolean ran = situation
          .history()
          .find(need.module(), need.id())
          .map(HistoryRow::isApplied)
          .orElse(false);
      if (!isWithinLimit(need) && !ran) {
        throw new InvalidMigrationException(
            Failure.of(ErrorCode.MISSING_REQUIREMENT, "Cannot run " + source.title())
                .because("it requires " + need.title() + ", which the limit leaves out")
                .fix("Raise the limit of module " + need.module() + ", or set one for module "
                    + source.module() + " too."),
            source.place());
      }
      addWithNeeds(need, wanted);
    }
  }

  /** A run that ended while it undid is brought to its end before anything is applied. */
  private void addUndoInterrupted(Standing standing, List<Task> tasks) throws SQLException {
    HistoryRow row = standing.row();
    if (row != null && row.state() == HistoryRow.State.UNDOING) {
      tasks.add(down(row));
    }
  }

  private Task up(MigrationSource source, @Nullable HistoryRow row) throws SQLException {
    boolean resumes = row != null && row.state() == HistoryRow.State.APPLYING;
    List<DataLoss> found = losses.of(source, source.up(), Direction.UP, connection, options);
    return task(
        new Standing(source, row, MigrationState.PENDING, null),
        source,
        Direction.UP,
        source.up(),
        resumes && row != null ? row.step() : 0,
        found);
  }

  private Task task(
      Standing standing,
      MigrationSource source,
      Direction direction,
      Part part,
      int done,
      List<DataLoss> found) {
    List<PlannedStep> steps = new ArrayList<>();
    boolean alone = false;
    for (Statement statement : part.statements()) {
      boolean here = support.mustRunAlone(statement.text());
      if (here && part.transactional() && !source.plain()) {
        throw alone(source, statement);
      }
      alone |= here;
      String data = statement.copyData();
      steps.add(new PlannedStep(
          statement.number(),
          statement.line(),
          statement.text(),
          data == null ? 0 : (int) data.lines().count(),
          here));
    }
    if (source.java() != null) {
      steps.add(new PlannedStep(1, 0, "-- class " + source.origin(), 0, !part.transactional()));
    }
    return new Task(
        standing.info(),
        source,
        standing.row(),
        direction,
        part,
        part.transactional() && !alone && !hasBegun(standing),
        steps,
        Math.min(done, steps.size()),
        found);
  }

  /** What has begun step by step goes on so, whatever its file says by now. */
  private static boolean hasBegun(Standing standing) {
    HistoryRow row = standing.row();
    return row != null && row.isInterrupted();
  }

  private static InvalidMigrationException alone(MigrationSource source, Statement statement) {
    boolean keys = statement.text().toLowerCase(Locale.ROOT).contains("foreign_keys");
    return new InvalidMigrationException(
        Failure.of(
                ErrorCode.FORBIDDEN_STATEMENT,
                "Cannot use migration file " + source.origin() + ", line " + statement.line())
            .because("statement " + statement.number() + " (" + statement.firstLine()
                + ") does not work inside a transaction")
            .fix(
                keys
                    ? "Write -- orm: foreign keys off instead: they are then enforced at the end."
                    : "Add the line -- orm: transaction none, best to a file of its own: each"
                        + " statement is then stored by itself."),
        source.place().at(statement.line(), statement.number()));
  }

  // Seeds

  List<Task> seeds() throws SQLException {
    options.modules().forEach(this::requireKnown);
    List<Task> tasks = new ArrayList<>();
    for (Standing standing : situation.seeds()) {
      MigrationSource source = standing.source();
      if (source != null && isAsked(source.module()) && isToRun(standing)) {
        addUndoInterrupted(standing, tasks);
        tasks.add(up(source, standing.row()));
      }
    }
    return tasks;
  }

  // Down

  List<Task> down(Undo what) throws SQLException {
    String only = what.module();
    if (only != null) {
      requireKnown(only);
    }
    List<HistoryRow> chosen = new ArrayList<>();
    List<HistoryRow> applied = situation.history().all().stream()
        .filter(row -> row.state() != HistoryRow.State.UNDONE)
        .filter(
            row -> row.kind() == MigrationKind.VERSIONED || row.kind() == MigrationKind.SQUASHED)
        .sorted(Comparator.comparingInt(HistoryRow::position).reversed())
        .toList();
    MigrationVersion above = what.above();
    for (HistoryRow row : applied) {
      boolean here = (what.module() == null || row.module().equals(what.module()))
          && (above == null || row.version().compareTo(above) > 0);
      if (here && chosen.size() < what.count()) {
        requireComplete(row);
        chosen.add(row);
      }
    }
    requireAboveBaseline(what);
    requireNobodyNeeds(chosen, applied);
    List<Task> tasks = new ArrayList<>();
    Set<String> modules = new HashSet<>();
    chosen.forEach(row -> modules.add(row.module()));
    // What repeats stands on the tables; it is made again by the next run.
    List<HistoryRow> repeated = situation.history().all().stream()
        .filter(row -> row.kind() == MigrationKind.REPEATABLE && modules.contains(row.module()))
        .filter(row -> row.state() != HistoryRow.State.UNDONE && hasDown(row))
        .sorted(Comparator.comparingInt(HistoryRow::position).reversed())
        .toList();
    for (HistoryRow row : repeated) {
      tasks.add(down(row));
    }
    for (HistoryRow row : chosen) {
      tasks.add(down(row));
    }
    return tasks;
  }

  private void requireComplete(HistoryRow row) {
    if (row.state() == HistoryRow.State.APPLYING) {
      throw new SchemaVersionException(
          Failure.of(
                  ErrorCode.MIGRATION_INTERRUPTED,
                  "Cannot undo " + row.module() + " " + row.id() + " in database " + database)
              .because("a run ended in the middle of it, behind statement " + row.step())
              .fix("Run the migrations first, which goes on there; then undo it."),
          MigrationPlace.of(row.module(), row.id(), null));
    }
  }

  private boolean hasDown(HistoryRow row) {
    Optional<MigrationSource> source = situation.source(row.module(), row.id());
    return source.isPresent() ? source.get().down() != null : row.down() != null;
  }

  private void requireAboveBaseline(Undo what) {
    String module = what.module();
    MigrationVersion above = what.above();
    if (module == null || above == null) {
      return;
    }
    MigrationVersion baseline = situation.history().baseline(module);
    if (above.compareTo(baseline) < 0) {
      throw new SchemaVersionException(
          Failure.of(
                  ErrorCode.IRREVERSIBLE_MIGRATION,
                  "Cannot undo module " + module + " down to " + above)
              .because("its history begins at the baseline " + baseline)
              .fix("Undo it down to " + baseline + "."),
          MigrationPlace.of(module, baseline.toString(), null));
    }
  }

  private void requireNobodyNeeds(List<HistoryRow> chosen, List<HistoryRow> applied) {
    for (MigrationSource source : situation.order().versioned()) {
      boolean stays = applied.stream().anyMatch(row -> is(row, source))
          && chosen.stream().noneMatch(row -> is(row, source));
      if (!stays) {
        continue;
      }
      for (MigrationSource need : situation.order().needs(source)) {
        boolean goes = !need.module().equals(source.module())
            && chosen.stream().anyMatch(row -> is(row, need));
        if (goes) {
          throw new SchemaVersionException(
              Failure.of(
                      ErrorCode.IRREVERSIBLE_MIGRATION,
                      "Cannot undo " + need.title() + " in database " + database)
                  .because(source.title() + " requires it and would stay")
                  .fix("Undo that one first."),
              need.place());
        }
      }
    }
  }

  private static boolean is(HistoryRow row, MigrationSource source) {
    return row.module().equals(source.module()) && row.id().equals(source.id());
  }

  /** By the file, or else by what the history keeps; what has begun goes on as it began. */
  private Task down(HistoryRow row) throws SQLException {
    Optional<MigrationSource> file = situation.source(row.module(), row.id());
    boolean resumes = row.state() == HistoryRow.State.UNDOING;
    Part part = resumes || file.isEmpty() ? null : file.get().down();
    String kept = row.down();
    if (part == null && file.isPresent() && file.get().java() != null && resumes) {
      part = file.get().down();
    }
    if (part == null && (resumes || file.isEmpty()) && kept != null && !kept.isBlank()) {
      part = reader.down(row.module(), row.name(), kept);
    }
    if (part == null) {
      throw new MigrationException(
          Failure.of(
                  ErrorCode.IRREVERSIBLE_MIGRATION,
                  "Cannot undo " + row.module() + " " + row.id() + " (" + row.name()
                      + ") in database " + database)
              .because("neither its file nor the history says how")
              .fix("Add a part -- orm: down to the file, or write a new migration that changes back"
                  + " what it did."),
          MigrationPlace.of(
              row.module(), row.id(), file.map(MigrationSource::origin).orElse(null)));
    }
    MigrationSource source = file.isPresent() ? file.get() : ofHistory(row, part);
    return task(
        new Standing(source, row, MigrationState.APPLIED, null),
        source,
        Direction.DOWN,
        part,
        resumes ? row.step() : 0,
        losses.of(source, part, Direction.DOWN, connection, options));
  }

  private static MigrationSource ofHistory(HistoryRow row, Part part) {
    return new MigrationSource(
        row.module(),
        row.id(),
        row.version(),
        row.name(),
        row.kind(),
        "the history",
        false,
        part,
        part,
        List.of(),
        row.replaces(),
        row.checksum(),
        null);
  }
}
