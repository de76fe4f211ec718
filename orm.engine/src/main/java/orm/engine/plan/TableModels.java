package orm.engine.plan;

import orm.api.schema.Naming;
import orm.spi.mapping.EntityMapping;

/** The models of the tables that were used in one database. Safe for use by several threads. */
public final class TableModels {
  private final Naming naming;
  private final Converters converters;
  private final WeakIdentityCache<EntityMapping<?, ?>, TableModel> models =
      new WeakIdentityCache<>();

  /**
   * Makes an empty set.
   *
   * @param naming the form of names in the database
   * @param converters the converters that are there
   */
  public TableModels(Naming naming, Converters converters) {
    this.naming = naming;
    this.converters = converters;
  }

  /**
   * Returns the model of a table.
   *
   * @param mapping the mapping of its entity
   * @return the model, the same for the same mapping
   */
  public TableModel of(EntityMapping<?, ?> mapping) {
    return models.get(mapping, made -> TableModel.of(made, naming, converters));
  }

  /** {@return the converters that are there} */
  Converters converters() {
    return converters;
  }

  /** Forgets the models, which are made anew with the converters that are there then. */
  public void forget() {
    models.clear();
  }

  /**
   * Gives a logical name of something that is no table or column the form it has in the database.
   *
   * @param logicalName the logical name
   * @return the name in the database, not quoted
   */
  public String databaseName(String logicalName) {
    return naming.apply(logicalName);
  }
}
