package orm.engine.osgi;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import orm.spi.convert.TypeConverter;
import orm.spi.dialect.Dialect;
import orm.spi.listen.GenerationListener;
import orm.spi.listen.StatementListener;

/** The plugins that are there now, as services come and go. Safe for use by several threads. */
final class PluginServices {
  final RankedServices<Dialect> dialects = new RankedServices<>();
  final RankedServices<TypeConverter<?, ?>> converters = new RankedServices<>();
  final List<StatementListener> listeners = new CopyOnWriteArrayList<>();
  final List<GenerationListener> swapListeners = new CopyOnWriteArrayList<>();
  final MigrationServices migrations = new MigrationServices();
}
