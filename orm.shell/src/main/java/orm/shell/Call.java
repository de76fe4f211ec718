package orm.shell;

import java.io.PrintStream;
import org.apache.felix.service.command.CommandSession;
import orm.api.migration.MigrationOptions;

/**
 * One command that was typed.
 *
 * @param session where
 * @param options what stood behind it
 * @param terminal whether somebody looks, who likes colours and progress
 */
record Call(CommandSession session, Options options, boolean terminal) {
  /** What a program ends with that was to look for something, and found it. */
  private static final int FOUND = 3;

  PrintStream out() {
    return session.getConsole();
  }

  void say(String line) {
    out().println(line);
  }

  /** Ends with the exit code 3 where that was asked for, as the package tells. */
  void check(boolean found) {
    if (found && options.has("check")) {
      session.put(Commands.EXIT, FOUND);
    }
  }

  /** How migrations run, as the options have it. */
  MigrationOptions run() {
    MigrationOptions run =
        MigrationOptions.defaults().modules(options.values("module").toArray(String[]::new));
    for (String loss : options.values("accept")) {
      run = run.accepting(loss);
    }
    if (options.has("out-of-order")) {
      run = run.outOfOrder();
    }
    if (options.has("allow-newer")) {
      run = run.allowingNewerDatabase();
    }
    if (options.has("wait")) {
      run = run.waiting(options.time("wait").orElseThrow());
    }
    if (options.has("lock-timeout")) {
      run = run.lockTimeout(options.time("lock-timeout").orElseThrow());
    }
    if (options.has("statement-timeout")) {
      run = run.statementTimeout(options.time("statement-timeout").orElseThrow());
    }
    return terminal ? run.listener(new Progress(out())) : run;
  }

  /** The one module that was named. */
  String module(String because) {
    if (options.values("module").size() != 1) {
      throw new IllegalArgumentException(because + " needs one --module.");
    }
    return options.values("module").get(0);
  }
}
