package orm.test.swap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Loads a class a second time, as another version of a bundle would. */
final class Copies extends ClassLoader {
  private Copies() {
    super(null);
  }

  static Class<?> another(Class<?> known) {
    String resource = known.getName().replace('.', '/') + ".class";
    try (InputStream in = known.getClassLoader().getResourceAsStream(resource)) {
      byte[] bytes = in.readAllBytes();
      return new Copies().defineClass(known.getName(), bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
