package orm.shell;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import orm.api.Database;
import orm.api.Tx;
import orm.api.error.ErrorCode;
import orm.api.error.OrmException;
import orm.api.sql.SqlResult;

/** {@code orm:sql} and {@code orm:explain}: statements that are typed. */
@Component(
    service = SqlCommands.class,
    property = {
      "orm.command.help=sql <statement> [options]: Runs a statement, and shows its rows.",
      "orm.command.help=sql: Without --write it runs in a transaction that cannot write.",
      "orm.command.help=sql: Example: sql \"select title, price from book\" --csv --database main",
      "orm.command.help=sql: --json: Prints an array of objects, and nothing else.",
      "orm.command.help=sql: --csv: Prints lines with commas, as RFC 4180 has it.",
      "orm.command.help=sql: --limit N: No more rows than these; without it 1000, for --json and"
          + " --csv all.",
      "orm.command.help=sql: --write: Lets the statement change what is there.",
      "orm.command.help=sql: {database}",
      "orm.command.help=explain <statement> [options]: Shows how the database would run a"
          + " statement.",
      "orm.command.help=explain: Example: explain \"select * from book where author_id = 7\"",
      "orm.command.help=explain: {database}",
      "orm.command.needs=databases"
    })
@GogoCommand(
    scope = "orm",
    function = {"sql", "explain"})
public final class SqlCommands {
  private static final int SHOWN = 1_000;

  private final Commands commands;
  private final Targets targets;

  /** Called by the component runtime. */
  @Activate
  public SqlCommands(
      BundleContext context, Map<String, Object> properties, @Reference Targets targets) {
    this.commands = new Commands(context, properties);
    this.targets = targets;
  }

  @Descriptor("runs a statement")
  public void sql(CommandSession session, String... words) throws IOException {
    commands.run("sql", session, words, call -> {
      Options options = call.options();
      if (options.has("json") && options.has("csv")) {
        throw new IllegalArgumentException("Give --json or --csv, not both.");
      }
      boolean whole = options.has("json") || options.has("csv");
      int most = options.number("limit").orElse(whole ? Integer.MAX_VALUE : SHOWN);
      boolean writes = options.has("write");
      Targets.Missing missing = writes ? Targets.Missing.MADE : Targets.Missing.REFUSED;
      targets.database(options, missing, database -> {
        long begin = System.nanoTime();
        SqlResult result = run(database, options.argument(0), most, writes);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        if (result.changed() >= 0) {
          call.say(result.changed() + rows(result.changed()) + " changed, " + millis + " ms");
        } else if (options.has("json")) {
          ResultText.json(result, call.out());
        } else if (options.has("csv")) {
          ResultText.csv(result, call.out());
        } else {
          ResultText.table(result, call.out());
          call.say(result.rows().size() + rows(result.rows().size())
              + (result.complete() ? "" : " of more, see --limit") + ", " + millis + " ms");
        }
      });
    });
  }

  private static SqlResult run(Database database, String text, int most, boolean writes) {
    if (writes) {
      return database.sql(text).result(most);
    }
    try {
      return database.transaction(
          Tx.readCommitted().readOnly(), reading -> reading.sql(text).result(most));
    } catch (OrmException refused) {
      if (refused.code() == ErrorCode.READ_ONLY_TRANSACTION) {
        throw new IllegalStateException(
            "The statement would write; --write lets it. Nothing was changed.", refused);
      }
      throw refused;
    }
  }

  private static String rows(long count) {
    return count == 1 ? " row" : " rows";
  }

  @Descriptor("shows how a statement would run")
  public void explain(CommandSession session, String... words) throws IOException {
    commands.run(
        "explain",
        session,
        words,
        call -> targets.database(call.options(), Targets.Missing.REFUSED, database -> {
          String text = call.options().argument(0);
          SqlResult plan =
              run(database, explained(database.dialect()) + text, Integer.MAX_VALUE, false);
          int detail = plan.columns().size() - 1;
          for (List<Optional<Object>> row : plan.rows()) {
            call.say(row.get(detail).map(Object::toString).orElse(""));
          }
        }));
  }

  /** The words of SQL; both databases say in the last column what they do. */
  private static String explained(String dialect) {
    return dialect.equals("sqlite") ? "EXPLAIN QUERY PLAN " : "EXPLAIN ";
  }
}
