package orm.spi.filter;

import java.util.Objects;
import orm.api.expression.ComparableColumn;
import orm.api.expression.Source;
import orm.api.model.EntityTable;
import orm.api.schema.TableSchema;
import orm.spi.mapping.EntityMapping;

/**
 * A table that a filter is asked about. Immutable.
 *
 * @param entity the simple name of its entity
 * @param schema its definition
 * @param mapping the mapping of its entity
 */
public record FilteredTable(String entity, TableSchema schema, EntityMapping<?, ?> mapping) {
  /**
   * Takes the facts.
   *
   * @param entity the simple name of its entity
   * @param schema its definition
   * @param mapping the mapping of its entity
   */
  public FilteredTable {
    Objects.requireNonNull(entity, "entity");
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(mapping, "mapping");
  }

  /**
   * Tells whether this is the table of an entity.
   *
   * @param table the table, such as {@code BOOK}
   * @return whether it is
   */
  public boolean is(EntityTable<?, ?> table) {
    return table.mapping() == mapping;
  }

  /** {@return the package of the entity, by which the tables of one module are known} */
  public String packageName() {
    return mapping.getClass().getPackageName();
  }

  /**
   * Tells whether the table has a column.
   *
   * @param logicalName its logical name, such as {@code tenant_id}
   * @return whether it has
   */
  public boolean has(String logicalName) {
    return schema.column(logicalName).isPresent();
  }

  /**
   * Returns a column by its name, for a filter that serves entities it does not know.
   *
   * @param <V> the Java type of its values
   * @param logicalName its logical name, such as {@code tenant_id}
   * @param type the Java type of its values
   * @return the column of the table under its own name
   */
  public <V> ComparableColumn<Object, V> column(String logicalName, Class<V> type) {
    return new ComparableColumn<>(Source.<Object>root().of(mapping), logicalName, type);
  }
}
