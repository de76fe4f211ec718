package orm.api.schema;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the text form of a {@link TableSchema}. */
final class SchemaParser {
  private final String text;
  private @Nullable String name;
  private @Nullable String renamedFrom;
  private @Nullable String discriminator;
  private final List<ColumnSchema> columns = new ArrayList<>();
  private List<String> primaryKey = List.of();
  private final List<UniqueSchema> uniques = new ArrayList<>();
  private final List<ForeignKeySchema> foreignKeys = new ArrayList<>();
  private final List<IndexSchema> indexes = new ArrayList<>();
  private final List<CheckSchema> checks = new ArrayList<>();
  private final List<LinkSchema> links = new ArrayList<>();

  SchemaParser(String text) {
    this.text = text;
  }

  TableSchema parse() {
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      if (!line.isEmpty()) {
        SchemaTokens tokens = new SchemaTokens(line, number);
        line(tokens);
        tokens.expectEnd();
      }
    }
    if (name == null) {
      throw new IllegalArgumentException("the schema text names no table");
    }
    return new TableSchema(
        name,
        renamedFrom,
        columns,
        primaryKey,
        uniques,
        foreignKeys,
        indexes,
        checks,
        discriminator,
        links);
  }

  private void line(SchemaTokens tokens) {
    String keyword = tokens.next();
    switch (keyword) {
      case "table" -> {
        name = tokens.next();
        renamedFrom = tokens.take("was") ? tokens.next() : null;
      }
      case "column" -> columns.add(column(tokens));
      case "primary" -> {
        tokens.expect("key");
        primaryKey = tokens.names();
      }
      case "unique" -> uniques.add(new UniqueSchema(tokens.next(), tokens.names()));
      case "reference" -> foreignKeys.add(reference(tokens));
      case "index" -> indexes.add(index(tokens));
      case "check" -> checks.add(new CheckSchema(tokens.next(), tokens.next()));
      case "link" -> links.add(link(tokens));
      case "discriminator" -> discriminator = tokens.next();
      default -> throw tokens.error("the unknown part '" + keyword + "'");
    }
  }

  private static ColumnSchema column(SchemaTokens tokens) {
    String name = tokens.next();
    ColumnType type = type(tokens);
    String component = tokens.take("component") ? tokens.next() : SchemaPrinter.camelCase(name);
    boolean nullable = tokens.take("null");
    ColumnSchema.Origin origin = ColumnSchema.Origin.GIVEN;
    String sequence = null;
    if (tokens.take("identity")) {
      origin = ColumnSchema.Origin.IDENTITY;
    } else if (tokens.take("sequence")) {
      origin = ColumnSchema.Origin.SEQUENCE;
      sequence = tokens.next();
    } else if (tokens.take("generated")) {
      origin = ColumnSchema.Origin.DEFAULT;
    } else if (tokens.take("uuid7")) {
      origin = ColumnSchema.Origin.UUID;
    } else if (tokens.take("generator")) {
      origin = ColumnSchema.Origin.GENERATOR;
      sequence = tokens.next();
    }
    String defaultSql = tokens.take("default") ? tokens.next() : null;
    ColumnSchema.Role role = role(tokens);
    boolean sensitive = tokens.take("sensitive");
    List<String> subtypes = tokens.take("for") ? tokens.names() : List.of();
    String renamedFrom = tokens.take("was") ? tokens.next() : null;
    return new ColumnSchema(
        name,
        component,
        type,
        nullable,
        origin,
        sequence,
        defaultSql,
        role,
        sensitive,
        subtypes,
        renamedFrom);
  }

  private static ColumnSchema.Role role(SchemaTokens tokens) {
    if (tokens.take("version")) {
      return ColumnSchema.Role.VERSION;
    } else if (tokens.take("created")) {
      return tokens.take("by") ? ColumnSchema.Role.CREATED_BY : ColumnSchema.Role.CREATED_AT;
    } else if (tokens.take("updated")) {
      return tokens.take("by") ? ColumnSchema.Role.UPDATED_BY : ColumnSchema.Role.UPDATED_AT;
    }
    return tokens.take("deleted") ? ColumnSchema.Role.DELETED : ColumnSchema.Role.NONE;
  }

  static ColumnType type(SchemaTokens tokens) {
    String word = tokens.next();
    return switch (word) {
      case "text" -> ColumnType.text(tokens.take("(") ? oneNumber(tokens) : 0);
      case "decimal" -> decimal(tokens);
      case "enum" -> {
        String nativeName = tokens.take("native") ? tokens.next() : null;
        yield ColumnType.enumeration(nativeName, tokens.names());
      }
      case "list" -> ColumnType.list(element(tokens));
      case "range" -> ColumnType.range(element(tokens).kind());
      case "converted" -> ColumnType.converted(tokens.names().get(0));
      default -> ColumnType.of(kind(word, tokens));
    };
  }

  private static ColumnType decimal(SchemaTokens tokens) {
    if (!tokens.take("(")) {
      return ColumnType.of(ColumnType.Kind.DECIMAL);
    }
    int precision = tokens.number();
    tokens.expect(",");
    return ColumnType.decimal(precision, oneNumber(tokens));
  }

  private static ColumnType element(SchemaTokens tokens) {
    tokens.expect("(");
    ColumnType element = type(tokens);
    tokens.expect(")");
    return element;
  }

  private static ColumnType.Kind kind(String word, SchemaTokens tokens) {
    for (ColumnType.Kind kind : ColumnType.Kind.values()) {
      if (SchemaPrinter.word(kind).equals(word)) {
        return kind;
      }
    }
    throw tokens.error("the unknown type '" + word + "'");
  }

  private static int oneNumber(SchemaTokens tokens) {
    int number = tokens.number();
    tokens.expect(")");
    return number;
  }

  private static ForeignKeySchema reference(SchemaTokens tokens) {
    String component = tokens.next();
    List<String> columns = tokens.names();
    tokens.expect("->");
    String target = tokens.next();
    List<String> targetColumns = tokens.names();
    String name = tokens.take("name") ? tokens.next() : null;
    ForeignKeySchema.Action onDelete = ForeignKeySchema.Action.NO_ACTION;
    ForeignKeySchema.Action onUpdate = ForeignKeySchema.Action.NO_ACTION;
    while (tokens.take("on")) {
      if (tokens.take("update")) {
        onUpdate = action(tokens);
      } else {
        tokens.expect("delete");
        onDelete = action(tokens);
      }
    }
    boolean deferrable = tokens.take("deferrable");
    return new ForeignKeySchema(
        component,
        name,
        columns,
        target,
        targetColumns,
        onDelete,
        onUpdate,
        deferrable,
        tokens.take("deferred"));
  }

  private static ForeignKeySchema.Action action(SchemaTokens tokens) {
    String word = tokens.next();
    return switch (word) {
      case "restrict" -> ForeignKeySchema.Action.RESTRICT;
      case "cascade" -> ForeignKeySchema.Action.CASCADE;
      case "no" -> {
        tokens.expect("action");
        yield ForeignKeySchema.Action.NO_ACTION;
      }
      case "set" -> {
        if (tokens.take("default")) {
          yield ForeignKeySchema.Action.SET_DEFAULT;
        }
        tokens.expect("null");
        yield ForeignKeySchema.Action.SET_NULL;
      }
      default -> throw tokens.error("the unknown action '" + word + "'");
    };
  }

  private static IndexSchema index(SchemaTokens tokens) {
    boolean unique = tokens.take("unique");
    String name = tokens.next();
    List<IndexSchema.Part> parts = new ArrayList<>();
    tokens.expect("(");
    do {
      boolean expression = tokens.take("sql");
      String text = tokens.next();
      boolean descending = tokens.take("desc");
      parts.add(
          new IndexSchema.Part(expression ? null : text, expression ? text : null, descending));
    } while (tokens.take(","));
    tokens.expect(")");
    String where = tokens.take("where") ? tokens.next() : null;
    return new IndexSchema(
        name, parts, unique, where, tokens.take("language") ? tokens.next() : null);
  }

  private static LinkSchema link(SchemaTokens tokens) {
    String name = tokens.next();
    String table = tokens.next();
    LinkSchema.Side left = side(tokens);
    tokens.expect(",");
    return new LinkSchema(name, table, left, side(tokens));
  }

  private static LinkSchema.Side side(SchemaTokens tokens) {
    List<LinkSchema.Column> columns = new ArrayList<>();
    tokens.expect("(");
    do {
      columns.add(new LinkSchema.Column(tokens.next(), type(tokens)));
    } while (tokens.take(","));
    tokens.expect(")");
    tokens.expect("->");
    String target = tokens.next();
    List<String> targetColumns = tokens.names();
    ForeignKeySchema.Action onDelete = ForeignKeySchema.Action.CASCADE;
    if (tokens.take("on")) {
      tokens.expect("delete");
      onDelete = action(tokens);
    }
    return new LinkSchema.Side(columns, target, targetColumns, onDelete);
  }
}
