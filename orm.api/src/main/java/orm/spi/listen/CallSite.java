package orm.spi.listen;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The line of a program from which the engine was called: the first one outside the engine.
 *
 * @param className the name of its class
 * @param method the name of its method; that around it where the line is in a lambda
 * @param file the name of its file; null where the class does not tell
 * @param line the number of the line; negative where the class does not tell
 */
public record CallSite(
    String className, String method, @Nullable String file, int line) {
  /**
   * Checks that the parts are there.
   *
   * @param className the name of its class
   * @param method the name of its method
   * @param file the name of its file; null where the class does not tell
   * @param line the number of the line; negative where the class does not tell
   */
  public CallSite {
    Objects.requireNonNull(className, "className");
    Objects.requireNonNull(method, "method");
  }

  /**
   * {@return the place as stack traces show it, such as {@code shop.Orders.place(Orders.java:42)}}
   */
  @Override
  public String toString() {
    String where = file == null ? "" : "(" + file + (line < 0 ? "" : ":" + line) + ")";
    return className + "." + method + where;
  }
}
