package orm.engine.osgi;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/**
 * The configuration of one database, as consoles show it; the keys are those of DatabaseSettings.
 */
@ObjectClassDefinition(
    id = "orm.database",
    name = "ORM database",
    description = "A database that is offered as a service orm.api.Database.")
public @interface DatabaseConfiguration {
  /** {@return the name of the database} */
  @AttributeDefinition(
      name = "Name",
      description = "Name of the database; the service property orm.database.")
  String name() default "main";

  /** {@return the URL} */
  @AttributeDefinition(
      name = "URL",
      description = "JDBC URL without password, such as jdbc:sqlite:shop.db. Or give the parts.",
      required = false)
  String url();

  /** {@return the dialect} */
  @AttributeDefinition(
      name = "Dialect",
      description = "Name of the dialect; found from the URL where there is one.",
      required = false)
  String dialect();

  /** {@return the host} */
  @AttributeDefinition(name = "Host", description = "Server to connect to.", required = false)
  String host();

  /** {@return the port} */
  @AttributeDefinition(name = "Port", description = "Port of the server.", required = false)
  int port();

  /** {@return the database} */
  @AttributeDefinition(
      name = "Database",
      description = "Name of the database in the server, or file.",
      required = false)
  String database();

  /** {@return the user} */
  @AttributeDefinition(name = "User", description = "User to connect as.", required = false)
  String user();

  /** {@return the password} */
  @AttributeDefinition(
      name = "Password",
      description = "Password; never published. Prefer a placeholder such as $[secret:shop].",
      type = AttributeType.PASSWORD,
      required = false)
  String _password();

  /** {@return what cursors are signed with} */
  @AttributeDefinition(
      name = "Cursor secret",
      description =
          "Signs the cursors of pages; the same on all nodes. Without it cursors end with a restart.",
      type = AttributeType.PASSWORD,
      required = false)
  String _cursor_secret();

  /** {@return the form of names} */
  @AttributeDefinition(
      name = "Naming",
      description = "Form that names of tables and columns have in the database.",
      options = {
        @Option(label = "as written", value = "as_written"),
        @Option(label = "PascalCase", value = "pascal_case"),
        @Option(label = "camelCase", value = "camel_case"),
        @Option(label = "UPPER_CASE", value = "upper_case")
      })
  String naming() default "as_written";

  /** {@return the size of the pool} */
  @AttributeDefinition(
      name = "Pool: connections",
      description = "Greatest number of connections.",
      min = "1")
  int pool_max() default 10;

  /** {@return the patience of the pool} */
  @AttributeDefinition(
      name = "Pool: wait",
      description = "How long a call waits for a connection, such as 500ms, 30s, 10m.")
  String pool_wait() default "30s";

  /** {@return the idle time} */
  @AttributeDefinition(
      name = "Pool: idle",
      description = "After how long an idle connection is closed; 0 for never.")
  String pool_idle() default "10m";

  /** {@return the life time} */
  @AttributeDefinition(
      name = "Pool: lifetime",
      description = "After how long any connection is replaced; 0 for never.")
  String pool_lifetime() default "30m";

  /** {@return the leak threshold} */
  @AttributeDefinition(
      name = "Pool: leak",
      description =
          "After how long a transaction that keeps its connection is reported with the place that"
              + " began it; 0 for never.")
  String pool_leak() default "0";

  /** {@return the connect timeout} */
  @AttributeDefinition(
      name = "Timeout: connect",
      description = "How long a new connection may take.")
  String connect_timeout() default "10s";

  /** {@return the lock timeout} */
  @AttributeDefinition(
      name = "Timeout: lock",
      description = "How long a writer waits for other writers, where there is one at a time.")
  String lock_timeout() default "30s";

  /** {@return the statement timeout} */
  @AttributeDefinition(
      name = "Timeout: statement",
      description = "How long a statement may run; 0 for no limit.")
  String statement_timeout() default "0";

  /** {@return the drain timeout} */
  @AttributeDefinition(
      name = "Timeout: drain",
      description = "How long closing, or a swap, waits for running transactions.")
  String drain_timeout() default "30s";

  /** {@return what a swap does with late transactions} */
  @AttributeDefinition(
      name = "Drain: policy",
      description = "What a swap does with transactions that take longer than drain.timeout.",
      options = {
        @Option(label = "keep: they go on", value = "keep"),
        @Option(label = "abort: they are rolled back", value = "abort")
      })
  String drain_policy() default "keep";

  /** {@return the patience of callers} */
  @AttributeDefinition(
      name = "Swap: wait",
      description = "How long a call waits while no dialect can serve it; 0 for not at all.")
  String swap_wait() default "10s";

  /** {@return what is done about the schema} */
  @AttributeDefinition(
      name = "Migrate",
      description = "What is done about the schema before the database is offered.",
      options = {
        @Option(label = "off: nothing", value = "off"),
        @Option(label = "validate: offer it only if the schema fits", value = "validate"),
        @Option(label = "apply: run the migrations first", value = "apply")
      })
  String migrate() default "off";

  /** {@return the modules} */
  @AttributeDefinition(
      name = "Migrate: modules",
      description =
          "Modules whose tables are in this database, with commas; they are waited for. Empty for"
              + " all that are there.",
      required = false)
  String migrate_modules();

  /** {@return the patience with other runs} */
  @AttributeDefinition(
      name = "Migrate: wait",
      description = "How long a run waits while somebody else migrates.")
  String migrate_wait() default "5m";

  /** {@return what is done when the database is newer} */
  @AttributeDefinition(
      name = "Migrate: downgrade",
      description = "What is done when the database is newer than a module.",
      options = {
        @Option(label = "refuse: what needs the module stays away", value = "refuse"),
        @Option(label = "undo: later migrations are undone, unless rows are lost", value = "undo")
      })
  String migrate_downgrade() default "refuse";

  /** {@return the language of validators} */
  @AttributeDefinition(
      name = "Validation: language",
      description =
          "Language of the messages of validators, such as nl-BE. Empty for that of the Java"
              + " platform.",
      required = false)
  String validation_locale();

  /** {@return the values that may be shown} */
  @AttributeDefinition(
      name = "Log: values",
      description = "Bound values that logs may show; those of @Sensitive columns they never do.",
      options = {
        @Option(label = "mapped: those of columns", value = "mapped"),
        @Option(label = "all: also those of SQL as text", value = "all")
      })
  String log_values() default "mapped";

  /** {@return what is written behind statements} */
  @AttributeDefinition(
      name = "SQL: comments",
      description = "What is written behind statements, as a comment.",
      options = {
        @Option(label = "off: nothing", value = "off"),
        @Option(label = "callsite: the line of the program", value = "callsite")
      })
  String sql_comments() default "off";

  /** {@return when a statement is slow} */
  @AttributeDefinition(
      name = "Slow: threshold",
      description =
          "From how long on a statement is reported with its plan, such as 200ms; 0 for never.")
  String slow_threshold() default "0";

  /** {@return whether times are kept} */
  @AttributeDefinition(
      name = "Statistics",
      description = "Whether times are kept by statement.",
      options = {@Option(label = "off", value = "off"), @Option(label = "on", value = "on")})
  String statistics() default "off";

  /** {@return how often a line may repeat a statement} */
  @AttributeDefinition(
      name = "Detect: N+1",
      description =
          "How often one line may send the same statement in a transaction before it is reported;"
              + " 0 for any number.",
      min = "0")
  int detect_nplusone() default 0;

  /** {@return whether indexes are looked for} */
  @AttributeDefinition(
      name = "Detect: missing index",
      description = "Whether foreign keys of tables of slow statements are looked at for an index.",
      options = {@Option(label = "off", value = "off"), @Option(label = "on", value = "on")})
  String detect_index() default "off";

  /** {@return the idle limit} */
  @AttributeDefinition(
      name = "Detect: idle",
      description =
          "After how long a transaction that sends no statement is reported; 0 for never.")
  String detect_idle() default "0";
}
