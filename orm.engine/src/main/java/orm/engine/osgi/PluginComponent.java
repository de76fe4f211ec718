package orm.engine.osgi;

import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import orm.api.migration.Migration;
import orm.api.migration.MigrationListener;
import orm.api.migration.MigrationModule;
import orm.api.model.EntityModule;
import orm.spi.convert.TypeConverter;
import orm.spi.dialect.Dialect;
import orm.spi.filter.RowFilter;
import orm.spi.lifecycle.ActorSource;
import orm.spi.lifecycle.KeyGenerator;
import orm.spi.lifecycle.RowListener;
import orm.spi.listen.GenerationListener;
import orm.spi.listen.PoolListener;
import orm.spi.listen.StatementListener;
import orm.spi.listen.TransactionListener;
import orm.spi.migration.Migrator;
import orm.spi.validation.RowValidator;

/**
 * Takes every kind of plugin as its services come and go. What has to be done then, beside knowing
 * them, is up to the component.
 */
abstract class PluginComponent {
  final PluginServices plugins = new PluginServices();

  /** Another dialect may be the preferred one now. */
  void dialectsChanged(String why) {}

  /**
   * Returns when nothing uses the dialect any more, because its bundle is about to leave; or when
   * the time to drain is over.
   */
  void dialectLeaves(ServiceReference<Dialect> reference, Dialect leaving) {}

  /** What was prepared must not be used for longer: converters or entities are others now. */
  void forgetPrepared() {}

  /** Nothing runs migrations any more. */
  void migratorHasLeft() {}

  /** Modules or migrations are others now. */
  void schemaPluginsChanged() {}

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addDialect(ServiceReference<Dialect> reference, Dialect dialect) {
    plugins.dialects.add(reference, dialect);
    dialectsChanged(RankedServices.provider(reference) + " has come");
  }

  void updatedDialect(ServiceReference<Dialect> reference) {
    dialectsChanged("the ranking of " + RankedServices.provider(reference) + " has changed");
  }

  void removeDialect(ServiceReference<Dialect> reference) {
    Dialect leaving = plugins.dialects.remove(reference);
    if (leaving != null) {
      dialectLeaves(reference, leaving);
    }
  }

  // The service is named because bnd would take it from the first parameter, as java.lang.Object.
  @Reference(
      service = TypeConverter.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addConverter(ServiceReference<?> reference, TypeConverter<?, ?> converter) {
    plugins.converters.add(reference, converter);
    forgetPrepared();
  }

  void updatedConverter(ServiceReference<?> reference) {
    forgetPrepared(); // the ranking may be another
  }

  void removeConverter(ServiceReference<?> reference) {
    plugins.converters.remove(reference);
    forgetPrepared();
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addListener(StatementListener listener) {
    plugins.listeners.statements().add(listener);
  }

  void removeListener(StatementListener listener) {
    plugins.listeners.statements().remove(listener);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addTransactionListener(TransactionListener listener) {
    plugins.listeners.transactions().add(listener);
  }

  void removeTransactionListener(TransactionListener listener) {
    plugins.listeners.transactions().remove(listener);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addPoolListener(PoolListener listener) {
    plugins.listeners.pool().add(listener);
  }

  void removePoolListener(PoolListener listener) {
    plugins.listeners.pool().remove(listener);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addGenerationListener(GenerationListener listener) {
    plugins.swapListeners.add(listener);
  }

  void removeGenerationListener(GenerationListener listener) {
    plugins.swapListeners.remove(listener);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addValidator(ServiceReference<RowValidator> reference, RowValidator validator) {
    plugins.addValidator(reference, validator);
  }

  void updatedValidator(ServiceReference<RowValidator> reference) {
    plugins.chooseValidator();
  }

  void removeValidator(ServiceReference<RowValidator> reference) {
    plugins.removeValidator(reference);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addFilter(ServiceReference<RowFilter> reference, RowFilter filter) {
    plugins.addFilter(reference, filter);
  }

  void removeFilter(ServiceReference<RowFilter> reference) {
    plugins.removeFilter(reference);
    forgetPrepared(); // plans keep parameters of its conditions
  }

  @Reference(
      service = RowListener.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addRowListener(ServiceReference<?> reference, RowListener<?> listener) {
    plugins.rowListeners.add(reference, listener);
    plugins.chooseLifecycle();
  }

  void updatedRowListener(ServiceReference<?> reference) {
    plugins.chooseLifecycle();
  }

  void removeRowListener(ServiceReference<?> reference) {
    plugins.rowListeners.remove(reference);
    plugins.chooseLifecycle();
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addActor(ServiceReference<ActorSource> reference, ActorSource actor) {
    plugins.actors.add(reference, actor);
    plugins.chooseLifecycle();
  }

  void updatedActor(ServiceReference<ActorSource> reference) {
    plugins.chooseLifecycle();
  }

  void removeActor(ServiceReference<ActorSource> reference) {
    plugins.actors.remove(reference);
    plugins.chooseLifecycle();
  }

  @Reference(
      service = KeyGenerator.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addKeyGenerator(ServiceReference<?> reference, KeyGenerator<?> generator) {
    plugins.generators.add(reference, generator);
    plugins.chooseLifecycle();
  }

  void updatedKeyGenerator(ServiceReference<?> reference) {
    plugins.chooseLifecycle();
  }

  void removeKeyGenerator(ServiceReference<?> reference) {
    plugins.generators.remove(reference);
    plugins.chooseLifecycle();
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addMigrator(ServiceReference<Migrator> reference, Migrator migrator) {
    plugins.migrations.migrators.add(reference, migrator);
    schemaPluginsChanged();
  }

  void removeMigrator(ServiceReference<Migrator> reference) {
    plugins.migrations.migrators.remove(reference);
    if (plugins.migrations.migrators.isEmpty()) {
      migratorHasLeft();
    }
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addEntityModule(EntityModule module) {
    plugins.migrations.entities.add(module);
    schemaPluginsChanged();
  }

  void removeEntityModule(EntityModule module) {
    plugins.migrations.entities.remove(module);
    forgetPrepared();
    schemaPluginsChanged();
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addMigrationModule(MigrationModule module) {
    plugins.migrations.modules.add(module);
    schemaPluginsChanged();
  }

  void removeMigrationModule(MigrationModule module) {
    plugins.migrations.modules.remove(module);
    schemaPluginsChanged();
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addMigration(Migration migration) {
    plugins.migrations.classes.add(migration);
    schemaPluginsChanged();
  }

  void removeMigration(Migration migration) {
    plugins.migrations.classes.remove(migration);
    schemaPluginsChanged();
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addMigrationListener(MigrationListener listener) {
    plugins.migrations.told.add(listener);
  }

  void removeMigrationListener(MigrationListener listener) {
    plugins.migrations.told.remove(listener);
  }
}
