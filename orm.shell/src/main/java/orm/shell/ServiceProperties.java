package orm.shell;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.ServiceReference;

/** Reads service properties, and decides which of them may be shown. */
final class ServiceProperties {

  /** Parts of names whose values nobody should read over a shoulder; a URL may hold a password. */
  private static final List<String> SECRETS =
      List.of("password", "passwd", "secret", "token", "credential", "key", "url");

  private ServiceProperties() {}

  /** A property that is a string, an array or a collection; empty if it is absent. */
  static List<String> strings(@Nullable Object value) {
    if (value == null) {
      return List.of();
    }
    if (value instanceof Object[] array) {
      return Arrays.stream(array).map(String::valueOf).toList();
    }
    if (value instanceof Collection<?> collection) {
      return collection.stream().map(String::valueOf).toList();
    }
    return List.of(value.toString());
  }

  /** A property as text, empty if it is absent. */
  static String text(ServiceReference<?> service, String name) {
    return String.join(",", strings(service.getProperty(name)));
  }

  /** Our own properties of a service but the given ones, in the order of their names. */
  static String shown(ServiceReference<?> service, String... without) {
    return Stream.of(service.getPropertyKeys())
        .filter(name -> name.startsWith("orm.") && !name.startsWith("orm.command."))
        .filter(name -> !List.of(without).contains(name))
        .sorted()
        .map(name -> name + "=" + (isSecret(name) ? "***" : text(service, name)))
        .collect(Collectors.joining(" "));
  }

  private static boolean isSecret(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return SECRETS.stream().anyMatch(lower::contains);
  }
}
