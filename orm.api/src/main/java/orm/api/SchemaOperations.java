package orm.api;

import java.util.Collection;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import orm.api.model.EntityTable;

/** Creates tables from the model. */
@ProviderType
public interface SchemaOperations {
  /**
   * Creates tables with their keys, references, checks and indexes, all or none, in the order that
   * their references need.
   *
   * @param tables the tables, none of which exists yet
   * @throws orm.api.error.OrmException if the database refuses; nothing is created then
   */
  void create(Collection<? extends EntityTable<?, ?>> tables);

  /**
   * Returns the statements that {@link #create} would run.
   *
   * @param tables the tables
   * @return the statements in order, unmodifiable
   */
  List<String> createStatements(Collection<? extends EntityTable<?, ?>> tables);
}
