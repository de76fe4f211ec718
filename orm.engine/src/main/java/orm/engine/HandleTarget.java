package orm.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import orm.api.config.DatabaseSettings;
import orm.api.migration.Migration;
import orm.api.migration.MigrationListener;
import orm.api.migration.MigrationModule;
import orm.api.model.EntityModule;
import orm.api.model.EntityTable;
import orm.engine.cache.Writes;
import orm.engine.generation.Generation;
import orm.spi.dialect.Connector;
import orm.spi.migration.MigrationTarget;

/** A handle, as what runs migrations sees it. */
final class HandleTarget implements MigrationTarget {
  private static final Logger LOG = LoggerFactory.getLogger(HandleTarget.class);

  private final Supplier<DatabaseSettings> settings;
  private final MigrationPlugins plugins;

  /** Gives a generation that was entered. */
  private final Supplier<Generation> entrance;

  HandleTarget(
      Supplier<DatabaseSettings> settings,
      MigrationPlugins plugins,
      Supplier<Generation> entrance) {
    this.settings = settings;
    this.plugins = plugins;
    this.entrance = entrance;
  }

  @Override
  public DatabaseSettings settings() {
    return settings.get();
  }

  @Override
  public <T> T with(Function<? super Access, T> work) {
    Generation generation = entrance.get();
    try {
      return work.apply(new Entered(generation));
    } finally {
      generation.exit();
    }
  }

  private <T> List<T> wanted(List<T> all, Function<T, String> module) {
    Set<String> names = settings().migrateModules();
    return names.isEmpty()
        ? all
        : all.stream().filter(one -> names.contains(module.apply(one))).toList();
  }

  @Override
  public List<EntityModule> entities() {
    return wanted(plugins.entities(), EntityModule::name);
  }

  @Override
  public List<MigrationModule> modules() {
    return wanted(plugins.modules(), MigrationModule::name);
  }

  @Override
  public List<Migration> migrations() {
    return wanted(plugins.migrations(), Migration::module);
  }

  @Override
  public List<MigrationListener> listeners() {
    return plugins.listeners();
  }

  /** A generation while somebody is inside. */
  private record Entered(Generation generation) implements Access {
    @Override
    public String dialect() {
      return generation.dialect();
    }

    @Override
    public Connector connector() {
      return generation.connector();
    }

    @Override
    public Connection connect() throws SQLException {
      return connector().livesInConnection()
          ? generation.connection()
          : connector().dataSource().getConnection();
    }

    @Override
    public List<String> createStatements(Collection<? extends EntityTable<?, ?>> tables) {
      return ModelStatements.of(generation, ModelStatements.models(generation, tables));
    }

    @Override
    public void schemaChanged() {
      generation.renewConnections();
      generation.cache().clear();
      tellAll();
    }

    /** Migrations run on connections of their own. */
    private void tellAll() {
      if (!generation.peers().tells()) {
        return;
      }
      Writes writes = generation.beginWrites();
      writes.everything();
      try (Connection connection = generation.connection()) {
        generation.peers().tellBehind(connection, writes);
      } catch (SQLException failed) {
        LOG.warn("other processes could not be told that the schema has changed", failed);
      } finally {
        writes.end(true);
      }
    }
  }
}
