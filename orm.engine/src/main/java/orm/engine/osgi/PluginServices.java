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
import orm.engine.plan.Converters;
import orm.engine.validation.Validators;
import orm.spi.convert.TypeConverter;
import orm.spi.dialect.Dialect;
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
  final MigrationServices migrations = new MigrationServices();

  /** What a database with these settings uses of them. */
  Features features(DatabaseSettings settings) {
    return new Features(
        new Converters(converters),
        new Eyes(settings, listeners),
        rules,
        migrations,
        Clock.systemUTC());
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
