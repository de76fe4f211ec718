package orm.engine.osgi;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;

/**
 * Services of one kind in the order of preference: by ranking, which may change at any time, then
 * by the version of the bundle, so that an update wins, then by age. Safe for use by several
 * threads.
 */
final class RankedServices<S> implements Iterable<S> {
  private static final Comparator<ServiceReference<?>> PREFERENCE =
      Comparator.<ServiceReference<?>>comparingInt(RankedServices::ranking)
          .thenComparing(RankedServices::version)
          .thenComparing(reference -> reference) // the older is the greater one
          .reversed();

  private final Map<ServiceReference<?>, S> services = new ConcurrentHashMap<>();

  void add(ServiceReference<?> reference, S service) {
    services.put(reference, service);
  }

  @Nullable
  S remove(ServiceReference<?> reference) {
    return services.remove(reference);
  }

  boolean isEmpty() {
    return services.isEmpty();
  }

  /** The references, the preferred one first. */
  List<ServiceReference<?>> references() {
    return services.keySet().stream().sorted(PREFERENCE).toList();
  }

  /** The services, the preferred one first. */
  List<S> services() {
    return services.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(PREFERENCE))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** Goes through the services that are there now, the preferred one first. */
  @Override
  public Iterator<S> iterator() {
    return services().iterator();
  }

  @Nullable
  S get(ServiceReference<?> reference) {
    return services.get(reference);
  }

  static Version version(ServiceReference<?> reference) {
    Bundle bundle = reference.getBundle();
    return bundle == null ? Version.emptyVersion : bundle.getVersion();
  }

  /** Who brings a service, for messages, such as {@code orm.dialect.sqlite 0.1.0}. */
  static String provider(ServiceReference<?> reference) {
    Bundle bundle = reference.getBundle();
    return bundle == null
        ? "a bundle that has left"
        : bundle.getSymbolicName() + " " + bundle.getVersion();
  }

  /** Whether nothing but age decides between two services. */
  static boolean tie(ServiceReference<?> one, ServiceReference<?> other) {
    return ranking(one) == ranking(other) && version(one).equals(version(other));
  }

  private static int ranking(ServiceReference<?> reference) {
    return reference.getProperty(Constants.SERVICE_RANKING) instanceof Integer ranking
        ? ranking
        : 0;
  }
}
