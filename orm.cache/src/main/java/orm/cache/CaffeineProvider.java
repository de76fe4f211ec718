package orm.cache;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import orm.spi.cache.CacheProvider;
import orm.spi.cache.CacheStore;

/** Makes stores that forget what is used least. */
@Component
public final class CaffeineProvider implements CacheProvider {
  /** For the component runtime and for {@link java.util.ServiceLoader}. */
  @Activate
  public CaffeineProvider() {}

  @Override
  public <K, V> CacheStore<K, V> store(String name, long limit) {
    return new CaffeineStore<>(limit);
  }
}
