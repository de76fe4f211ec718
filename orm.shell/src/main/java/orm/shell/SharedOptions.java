package orm.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Options that several commands have in common; a line of help names them as a group. */
final class SharedOptions {
  /** Which database is meant. */
  static final String DATABASE = "{database}";

  /** Which files of migrations are meant, where the database is given by its URL. */
  static final String FILES = "{files}";

  /** How migrations run. */
  static final String RUN = "{run}";

  /** What waits and shall run. */
  static final String UP = "{up}";

  private static final Map<String, List<String>> GROUPS = Map.of(
      DATABASE,
      List.of(
          "--database NAME: A database that is configured. Without it the only one, or main.",
          "--url URL: Any other, such as jdbc:sqlite:shop.db; it is open for this command alone.",
          "--user NAME: With --url: as whom.",
          "--password-env NAME: With --url: the environment variable with the password."
              + " Without it ORM_PASSWORD.",
          "--password-file FILE: With --url: the file with the password."),
      FILES,
      List.of("--dir FOLDER: With --url: a folder of migration files; its name is that of the"
          + " module. May be repeated."),
      UP,
      List.of(
          "--module NAME: Only this module, and what it requires. May be repeated.",
          "--to VERSION: No further than this version of the one module.",
          "--out-of-order: Also what is numbered below something that has run.",
          "--allow-newer: Bears with a database that is newer than the files."),
      RUN,
      List.of(
          "--accept LOSS: Accepts that rows are lost, by the name that the plan has for it:"
              + " \"table book\". May be repeated.",
          "--wait TIME: How long to wait while somebody else migrates, such as 30s or 5m.",
          "--lock-timeout TIME: How long a statement waits for others.",
          "--statement-timeout TIME: How long a statement may run."));

  private SharedOptions() {}

  /** The lines of a group, if the text names one. */
  static Optional<List<String>> named(String text) {
    return Optional.ofNullable(GROUPS.get(text));
  }
}
