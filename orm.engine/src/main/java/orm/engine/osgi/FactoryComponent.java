package orm.engine.osgi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import orm.api.Database;
import orm.api.DatabaseFactory;
import orm.api.config.DatabaseSettings;
import orm.api.migration.Migration;
import orm.api.migration.MigrationListener;
import orm.api.migration.MigrationModule;
import orm.api.model.EntityModule;
import orm.engine.EngineDatabaseFactory;
import orm.engine.Features;
import orm.engine.MigrationPlugins;
import orm.engine.eyes.Eyes;
import orm.engine.eyes.Listeners;
import orm.engine.filter.RowFilters;
import orm.engine.lifecycle.Lifecycle;
import orm.engine.plan.Converters;
import orm.engine.validation.Validators;
import orm.spi.convert.TypeConverter;
import orm.spi.dialect.Dialect;
import orm.spi.filter.RowFilter;
import orm.spi.lifecycle.ActorSource;
import orm.spi.lifecycle.KeyGenerator;
import orm.spi.lifecycle.RowListener;
import orm.spi.listen.PoolListener;
import orm.spi.listen.StatementListener;
import orm.spi.listen.TransactionListener;
import orm.spi.migration.Migrator;
import orm.spi.validation.RowValidator;

/**
 * Opens databases that nobody has configured, for tools: with the services that are there at that
 * moment, and not for longer than a bundle of theirs is there.
 */
@Component(service = DatabaseFactory.class)
public final class FactoryComponent extends PluginComponent implements DatabaseFactory {
  /** Called by the component runtime. */
  @Activate
  public FactoryComponent() {}

  @Override
  public Database open(DatabaseSettings settings, Plugins given) {
    Validators rules = new Validators(settings.validationLocale());
    List<RowValidator> validators =
        both(given.of(RowValidator.class), plugins.validators.services());
    rules.use(validators.isEmpty() ? null : validators.get(0));
    List<TypeConverter<?, ?>> converters = new ArrayList<>();
    given.of(TypeConverter.class).forEach(converters::add);
    converters.addAll(plugins.converters.services());
    RowFilters filters = new RowFilters();
    filters.use(both(given.of(RowFilter.class), plugins.filters.services()));
    return EngineDatabaseFactory.open(
        settings,
        both(given.of(Dialect.class), plugins.dialects.services()),
        new Features(
            new Converters(converters),
            new Eyes(settings, listeners(given)),
            rules,
            filters,
            lifecycle(given),
            new Migrating(given, plugins.migrations),
            given.clock()));
  }

  private Listeners listeners(Plugins given) {
    return new Listeners(
        both(given.of(StatementListener.class), plugins.listeners.statements().listeners()),
        both(
            given.of(TransactionListener.class),
            plugins.listeners.transactions().listeners()),
        both(given.of(PoolListener.class), plugins.listeners.pool().listeners()));
  }

  private Lifecycle lifecycle(Plugins given) {
    return Lifecycle.of(
        both(given.of(RowListener.class), plugins.rowListeners.services()),
        both(given.of(ActorSource.class), plugins.actors.services()),
        both(given.of(KeyGenerator.class), plugins.generators.services()));
  }

  /** What was given by hand, and then the services. */
  private static <T> List<T> both(List<? extends T> given, List<? extends T> services) {
    List<T> found = new ArrayList<>(given);
    found.addAll(services);
    return List.copyOf(found);
  }

  private record Migrating(Plugins given, MigrationPlugins services) implements MigrationPlugins {
    @Override
    public Optional<Migrator> migrator() {
      return services.migrator();
    }

    @Override
    public List<EntityModule> entities() {
      return services.entities();
    }

    @Override
    public List<MigrationModule> modules() {
      return both(given.of(MigrationModule.class), services.modules());
    }

    @Override
    public List<Migration> migrations() {
      return both(given.of(Migration.class), services.migrations());
    }

    @Override
    public List<MigrationListener> listeners() {
      return services.listeners();
    }
  }
}
