package orm.engine.osgi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import orm.api.Database;
import orm.api.DatabaseFactory;
import orm.api.config.DatabaseSettings;
import orm.api.migration.Migration;
import orm.api.migration.MigrationListener;
import orm.api.migration.MigrationModule;
import orm.api.model.EntityModule;
import orm.engine.EngineDatabaseFactory;
import orm.engine.MigrationPlugins;
import orm.spi.convert.TypeConverter;
import orm.spi.dialect.Dialect;
import orm.spi.listen.StatementListener;
import orm.spi.migration.Migrator;
import orm.spi.validation.RowValidator;

/**
 * Opens databases that nobody has configured, for tools: with the services that are there at that
 * moment, and not for longer than a bundle of theirs is there.
 */
@Component
public final class FactoryComponent implements DatabaseFactory {
  @Reference(
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY,
      cardinality = ReferenceCardinality.MULTIPLE)
  private volatile List<Dialect> dialects = List.of();

  @Reference(
      service = TypeConverter.class,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY,
      cardinality = ReferenceCardinality.MULTIPLE)
  private volatile List<TypeConverter<?, ?>> converters = List.of();

  @Reference(
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY,
      cardinality = ReferenceCardinality.MULTIPLE)
  private volatile List<StatementListener> listeners = List.of();

  @Reference(
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY,
      cardinality = ReferenceCardinality.MULTIPLE)
  private volatile List<RowValidator> validators = List.of();

  @Reference(
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY,
      cardinality = ReferenceCardinality.MULTIPLE)
  private volatile List<Migrator> migrators = List.of();

  @Reference(
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY,
      cardinality = ReferenceCardinality.MULTIPLE)
  private volatile List<EntityModule> entities = List.of();

  @Reference(
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY,
      cardinality = ReferenceCardinality.MULTIPLE)
  private volatile List<MigrationModule> modules = List.of();

  @Reference(
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY,
      cardinality = ReferenceCardinality.MULTIPLE)
  private volatile List<Migration> migrations = List.of();

  @Reference(
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY,
      cardinality = ReferenceCardinality.MULTIPLE)
  private volatile List<MigrationListener> told = List.of();

  /** Called by the component runtime. */
  @Activate
  public FactoryComponent() {}

  @Override
  public Database open(DatabaseSettings settings, Plugins plugins) {
    return EngineDatabaseFactory.open(
        settings,
        both(plugins.dialects(), dialects),
        both(plugins.converters(), converters),
        both(plugins.listeners(), listeners),
        both(plugins.validators(), validators),
        new Services(plugins),
        plugins.clock());
  }

  /**
   * What was given by hand, and then the services; those are listed with the preferred one last.
   */
  private static <T> List<T> both(List<? extends T> given, List<? extends T> services) {
    List<T> found = new ArrayList<>(services);
    Collections.reverse(found);
    found.addAll(0, given);
    return List.copyOf(found);
  }

  private final class Services implements MigrationPlugins {
    private final Plugins given;

    Services(Plugins given) {
      this.given = given;
    }

    @Override
    public Optional<Migrator> migrator() {
      return both(List.of(), migrators).stream().findFirst();
    }

    @Override
    public List<EntityModule> entities() {
      return List.copyOf(entities);
    }

    @Override
    public List<MigrationModule> modules() {
      return both(given.modules(), modules);
    }

    @Override
    public List<Migration> migrations() {
      return both(given.migrations(), migrations);
    }

    @Override
    public List<MigrationListener> listeners() {
      return List.copyOf(told);
    }
  }
}
