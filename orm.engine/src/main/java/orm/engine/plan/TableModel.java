package orm.engine.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.MappingException;
import orm.api.schema.ColumnSchema;
import orm.api.schema.ColumnSchema.Role;
import orm.api.schema.ColumnType;
import orm.api.schema.ColumnType.Kind;
import orm.api.schema.ForeignKeySchema;
import orm.api.schema.IndexSchema;
import orm.api.schema.LinkSchema;
import orm.api.schema.Naming;
import orm.api.schema.TableSchema;
import orm.spi.convert.TypeConverter;
import orm.spi.dialect.TextIndexDefinition;
import orm.spi.mapping.EntityMapping;

/**
 * A table as the engine uses it in one database: its definition with the names that it has there.
 */
public final class TableModel {
  private final TableSchema schema;
  private final String entity;
  private final String name;
  private final List<ColumnModel> columns;
  private final List<TableModel> links;
  private final @Nullable ColumnModel actor;
  private final Map<String, TextIndexDefinition> textIndexes;

  private TableModel(
      TableSchema schema,
      String entity,
      String name,
      List<ColumnModel> columns,
      List<TableModel> links,
      Naming naming) {
    this.schema = schema;
    this.entity = entity;
    this.name = name;
    this.columns = columns;
    this.links = links;
    Map<String, TextIndexDefinition> found = new HashMap<>();
    for (IndexSchema index : schema.indexes()) {
      if (index.language() != null) {
        found.put(index.name(), textIndex(index, naming.apply(index.name()), index.language()));
      }
    }
    this.textIndexes = Map.copyOf(found);
    this.actor = columns.stream().filter(TableModel::keepsActor).findFirst().orElse(null);
  }

  private static boolean keepsActor(ColumnModel column) {
    Role role = column.schema().role();
    return role == Role.CREATED_BY || role == Role.UPDATED_BY;
  }

  private TextIndexDefinition textIndex(IndexSchema index, String databaseName, String language) {
    List<String> names = index.parts().stream()
        .map(part -> column(String.valueOf(part.column())).name())
        .toList();
    return new TextIndexDefinition(name, databaseName, names, language, numberKey());
  }

  private @Nullable String numberKey() {
    ColumnModel key = key().get(0);
    boolean number = key().size() == 1
        && switch (key.type().kind()) {
          case SMALLINT, INT, BIGINT -> true;
          default -> false;
        };
    return number ? key.name() : null;
  }

  /**
   * Makes the model of a table.
   *
   * @param mapping the mapping of its entity
   * @param naming the form of names in the database
   * @param converters the converters that are there
   * @return the model
   */
  public static TableModel of(EntityMapping<?, ?> mapping, Naming naming, Converters converters) {
    return of(TableSchema.parse(mapping.schema()), entityName(mapping), naming, converters);
  }

  private static TableModel of(
      TableSchema schema, String entity, Naming naming, Converters converters) {
    List<ColumnModel> columns = new ArrayList<>();
    for (ColumnSchema column : schema.columns()) {
      ColumnType type = column.type();
      TypeConverter<?, ?> converter = null;
      ColumnType element = type.element();
      if (type.kind() == Kind.CONVERTED) {
        converter = converters.of(String.valueOf(type.name()), entity, column.component());
        type = converter.columnType();
      } else if (element != null && element.kind() == Kind.CONVERTED) {
        converter = converters.of(String.valueOf(element.name()), entity, column.component());
        type = listOf(converter, entity, column.component());
      }
      if (type.kind() == Kind.JSON && converter == null) {
        converter = new Documents(converters);
      }
      columns.add(new ColumnModel(
          entity,
          column,
          naming.apply(column.name()),
          type,
          converter,
          entity + "." + column.component()));
    }
    List<TableModel> links = new ArrayList<>();
    for (LinkSchema link : schema.links()) {
      links.add(of(link.toTable(), entity + "." + link.name(), naming, converters));
    }
    return new TableModel(
        schema,
        entity,
        naming.apply(schema.name()),
        List.copyOf(columns),
        List.copyOf(links),
        naming);
  }

  private static ColumnType listOf(TypeConverter<?, ?> converter, String entity, String component) {
    ColumnType element = converter.columnType();
    return switch (element.kind()) {
      case LIST, JSON, BYTES ->
        throw new MappingException(
            Failure.of(ErrorCode.MAPPING_FAILED, "Cannot map " + entity + "." + component)
                .because("converter " + converter.getClass().getName() + " stores values as "
                    + element + ", of which there are no lists")
                .fix("Keep the list as @Json, or store its elements as text.")
                .at(entity, component));
      default -> ColumnType.list(element);
    };
  }

  /**
   * The class of a mapping is nested in the generated {@code Book_}; its name tells the entity's.
   */
  private static String entityName(EntityMapping<?, ?> mapping) {
    String name = mapping.getClass().getName();
    name = name.substring(name.lastIndexOf('.') + 1);
    int nested = name.indexOf("_$");
    return nested > 0 ? name.substring(0, nested) : name;
  }

  /** {@return the definition} */
  public TableSchema schema() {
    return schema;
  }

  /** {@return the simple name of the entity, for messages} */
  public String entity() {
    return entity;
  }

  /** {@return the name of the table in the database, not quoted} */
  public String name() {
    return name;
  }

  /** {@return the columns in schema order} */
  public List<ColumnModel> columns() {
    return columns;
  }

  /** {@return the first column that keeps who writes; null for none} */
  public @Nullable ColumnModel actorColumn() {
    return actor;
  }

  /** {@return the link tables that belong to it} */
  public List<TableModel> links() {
    return links;
  }

  /**
   * Returns an index of the words in texts by its logical name.
   *
   * @param logicalName the name, which must exist
   * @return the index with the names that it has in the database
   */
  public TextIndexDefinition textIndex(String logicalName) {
    TextIndexDefinition index = textIndexes.get(logicalName);
    if (index == null) {
      throw new IllegalArgumentException(entity + " has no text index " + logicalName);
    }
    return index;
  }

  /**
   * Returns a column by its logical name.
   *
   * @param logicalName the name, which must exist
   * @return the column
   */
  public ColumnModel column(String logicalName) {
    return columns.get(indexOf(logicalName));
  }

  /**
   * Returns the position of a column.
   *
   * @param logicalName the name, which must exist
   * @return the position, from 0
   */
  public int indexOf(String logicalName) {
    int index = schema.indexOf(logicalName);
    if (index < 0) {
      throw new IllegalArgumentException(entity + " has no column " + logicalName);
    }
    return index;
  }

  /**
   * Returns some columns.
   *
   * @param logicalNames their names
   * @return the columns, in that order
   */
  public List<ColumnModel> columns(List<String> logicalNames) {
    List<ColumnModel> found = new ArrayList<>(logicalNames.size());
    for (String name : logicalNames) {
      found.add(column(name));
    }
    return List.copyOf(found);
  }

  /** {@return the columns of the primary key in schema order} */
  public List<ColumnModel> key() {
    return columns(schema.primaryKey());
  }

  /**
   * Finds the component of a column or columns that the database named.
   *
   * @param databaseNames names as the database has them
   * @return the components, with commas between them, if all are known
   */
  public Optional<String> components(List<String> databaseNames) {
    List<String> found = new ArrayList<>();
    for (String wanted : databaseNames) {
      for (ColumnModel column : columns) {
        if (column.name().equals(wanted)) {
          found.add(component(column));
        }
      }
    }
    return found.isEmpty() || found.size() < databaseNames.size()
        ? Optional.empty()
        : Optional.of(String.join(", ", found.stream().distinct().toList()));
  }

  /** A column of a reference is known to users by the reference. */
  private String component(ColumnModel column) {
    for (ForeignKeySchema key : schema.foreignKeys()) {
      if (key.columns().contains(column.schema().name())) {
        return key.component();
      }
    }
    return column.schema().component();
  }
}
