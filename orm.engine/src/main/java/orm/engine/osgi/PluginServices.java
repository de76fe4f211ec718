package orm.engine.osgi;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.ServiceReference;
import orm.api.config.DatabaseSettings;
import orm.engine.Features;
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
import orm.spi.listen.GenerationListener;
import orm.spi.validation.RowValidator;

/** The plugins that are there now, as services come and go. Safe for use by several threads. */
final class PluginServices {
  final RankedServices<Dialect> dialects = new RankedServices<>();
  final RankedServices<TypeConverter<?, ?>> converters = new RankedServices<>();
  final Listeners listeners = new Listeners();
  final List<GenerationListener> swapListeners = new CopyOnWriteArrayList<>();
  final RankedServices<RowValidator> validators = new RankedServices<>();
  final Validators rules = new Validators(Locale.getDefault());
  final RankedServices<RowFilter> filters = new RankedServices<>();
  final RowFilters filtering = new RowFilters();
  final RankedServices<RowListener<?>> rowListeners = new RankedServices<>();
  final RankedServices<ActorSource> actors = new RankedServices<>();
  final RankedServices<KeyGenerator<?>> generators = new RankedServices<>();
  final Lifecycle lifecycle = new Lifecycle();
  final MigrationServices migrations = new MigrationServices();

  /** What a database with these settings uses of them. */
  Features features(DatabaseSettings settings) {
    return new Features(
        new Converters(converters),
        new Eyes(settings, listeners),
        rules,
        filtering,
        lifecycle,
        migrations,
        Clock.systemUTC());
  }

  /** Listeners, actors or generators are others now, or in another order. */
  synchronized void chooseLifecycle() {
    lifecycle.listeners().use(rowListeners.services());
    List<ActorSource> sources = actors.services();
    lifecycle.generators().use(sources.isEmpty() ? null : sources.get(0));
    lifecycle.generators().use(generators.services());
  }

  synchronized void addFilter(ServiceReference<RowFilter> reference, RowFilter filter) {
    filters.add(reference, filter);
    filtering.use(filters.services());
  }

  synchronized void removeFilter(ServiceReference<RowFilter> reference) {
    filters.remove(reference);
    filtering.use(filters.services());
  }

  synchronized void addValidator(ServiceReference<RowValidator> reference, RowValidator validator) {
    validators.add(reference, validator);
    chooseValidator();
  }

  synchronized void removeValidator(ServiceReference<RowValidator> reference) {
    validators.remove(reference);
    chooseValidator();
  }

  /** The preferred one checks, alone. */
  synchronized void chooseValidator() {
    List<RowValidator> ranked = validators.services();
    rules.use(ranked.isEmpty() ? null : ranked.get(0));
  }
}
