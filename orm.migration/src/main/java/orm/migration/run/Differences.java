package orm.migration.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import orm.api.catalog.Catalog;
import orm.api.catalog.ObjectName;
import orm.api.catalog.SchemaChange;
import orm.api.catalog.TableChange;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.MigrationPlace;
import orm.api.error.SchemaVersionException;
import orm.api.migration.MigrationInfo;
import orm.api.migration.MigrationKind;
import orm.api.migration.MigrationState;
import orm.api.migration.SchemaDifference;
import orm.api.model.EntityModule;
import orm.api.model.EntityTable;
import orm.api.schema.Naming;
import orm.api.schema.TableSchema;
import orm.migration.diff.CatalogDiff;
import orm.migration.diff.DiffOptions;
import orm.migration.diff.Differ;
import orm.migration.diff.RenameSuggestion;
import orm.migration.file.MigrationSource;
import orm.migration.history.HistoryTable;
import orm.migration.lint.ChangeLint;
import orm.migration.step.StepScript;
import orm.spi.dialect.ChangeWriter;
import orm.spi.dialect.Connector;
import orm.spi.migration.MigrationTarget;
import orm.spi.sql.SqlLexer;
import orm.spi.sql.SqlToken;

/** Compares a database with its entities, with its migrations, and with another one. */
final class Differences {
  private static final Set<ObjectName> OURS = Set.of(ObjectName.of(HistoryTable.NAME));

  private final String database;
  private final MigrationTarget.Access access;
  private final Connector connector;
  private final Differ differ;

  Differences(String database, MigrationTarget.Access access) {
    this.database = database;
    this.access = access;
    this.connector = access.connector();
    this.differ = new Differ(connector);
  }

  /** What is there, but for the history. */
  Catalog there(Connection connection) throws SQLException {
    Catalog all = connector.catalogReader().read(connection, List.of());
    return new Catalog(
        all.tables().stream().filter(table -> !OURS.contains(table.name())).toList(),
        all.views(),
        all.sequences(),
        all.enums(),
        all.domains(),
        all.others());
  }

  SchemaDifference toModel(Catalog there, List<EntityModule> modules, Naming naming)
      throws SQLException {
    List<EntityTable<?, ?>> tables = new ArrayList<>();
    modules.forEach(module -> tables.addAll(module.tables()));
    Catalog wish = connector.catalogOf(access.createStatements(tables));
    DiffOptions options = DiffOptions.model(
            tables.stream()
                .map(table -> TableSchema.parse(table.mapping().schema()))
                .toList(),
            naming)
        .notYetMade(there);
    return between(there, wish, options);
  }

  /** What somebody has changed behind the back of the migrations. */
  SchemaDifference drift(Catalog there, Situation situation, SqlLexer lexer) throws SQLException {
    for (MigrationInfo info : situation.status().migrations()) {
      boolean ran = info.appliedAt() != null && info.kind() != MigrationKind.SEED;
      if (ran
          && (info.state() != MigrationState.APPLIED || info.kind() == MigrationKind.BASELINE)) {
        throw unknown(info);
      }
    }
    List<String> statements = new ArrayList<>();
    Stream.concat(situation.versioned().stream(), situation.repeatable().stream())
        .filter(standing -> standing.state() == MigrationState.APPLIED)
        .forEach(standing -> statements.addAll(statements(standing, lexer)));
    return between(connector.catalogOf(statements), there, DiffOptions.exact());
  }

  private List<String> statements(Standing standing, SqlLexer lexer) {
    MigrationSource source = standing.source();
    if (source == null || source.java() != null) {
      throw unknown(standing.info());
    }
    return source.up().statements().stream()
        .filter(statement -> statement.copyData() == null)
        .map(statement -> together(statement.text(), lexer))
        .filter(text -> !text.isEmpty())
        .toList();
  }

  /** Where everything runs in one transaction, nothing can run beside others, nor has to. */
  private static String together(String statement, SqlLexer lexer) {
    StringBuilder text = new StringBuilder(statement);
    List<SqlToken> words = lexer.tokens(statement);
    if (!words.isEmpty() && is("vacuum", words.get(0), statement)) {
      return "";
    }
    words.stream()
        .filter(word -> is("concurrently", word, statement))
        .findFirst()
        .ifPresent(word -> text.replace(word.begin(), word.end(), ""));
    return text.toString();
  }

  private static boolean is(String word, SqlToken token, String statement) {
    return word.equalsIgnoreCase(statement.substring(token.begin(), token.end()));
  }

  private SchemaVersionException unknown(MigrationInfo info) {
    return new SchemaVersionException(
        Failure.of(ErrorCode.DRIFT_UNKNOWN, "Cannot tell the drift of database " + database)
            .because("what " + info.title() + " has made cannot be made again: it is "
                + (info.kind() == MigrationKind.BASELINE
                    ? "a baseline"
                    : info.state() == MigrationState.APPLIED
                        ? "in Java"
                        : info.state().name().toLowerCase(Locale.ROOT)))
            .fix("Compare with a database that was migrated from empty: diff."),
        MigrationPlace.of(info.module(), info.id(), info.source()));
  }

  /** What makes the one like the other, and back. */
  SchemaDifference between(Catalog before, Catalog after, DiffOptions options) throws SQLException {
    CatalogDiff there = differ.compare(before, after, options);
    CatalogDiff back = differ.compare(
        /* before= */ there.after(), /* after= */ there.before(), back(there.changes()));
    ChangeWriter writer = connector.changeWriter();
    return new SchemaDifference(
        database,
        there.changes(),
        script(writer, there),
        script(writer, back),
        new ChangeLint(writer).findings(there.changes(), there.after()),
        there.suggestions().stream().map(RenameSuggestion::text).toList(),
        there.notCompared());
  }

  private static String script(ChangeWriter writer, CatalogDiff diff) throws SQLException {
    return StepScript.of(writer.write(diff.before(), diff.changes(), diff.after(), List.of()));
  }

  /** What was renamed gets its old name again. */
  private static DiffOptions back(List<SchemaChange> changes) {
    DiffOptions options = DiffOptions.exact();
    for (SchemaChange change : changes) {
      if (change instanceof SchemaChange.RenameTable table) {
        options = options.renamed(table.to(), table.object());
      }
    }
    for (SchemaChange change : changes) {
      if (change instanceof TableChange.RenameColumn column) {
        options = options.renamed(before(column.object(), changes), column.to(), column.from());
      }
    }
    return options;
  }

  private static ObjectName before(ObjectName now, List<SchemaChange> changes) {
    return changes.stream()
        .filter(SchemaChange.RenameTable.class::isInstance)
        .map(SchemaChange.RenameTable.class::cast)
        .filter(table -> table.to().equals(now))
        .map(SchemaChange.RenameTable::object)
        .findFirst()
        .orElse(now);
  }
}
