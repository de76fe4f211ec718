package orm.test.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import orm.api.Database;

/** The bookshop of the manual: its sources, and the rows that its examples find. */
final class Bookshop {
  private static final String ROWS = "bookshop/Rows.java";

  private Bookshop() {}

  /** The files of the page, and one that fills the tables. */
  static Map<String, String> sources(Guide guide) throws IOException {
    Map<String, String> sources = new LinkedHashMap<>(guide.files());
    try (InputStream rows = Bookshop.class.getResourceAsStream("/guide/Rows.java.txt")) {
      if (rows == null) {
        throw new IOException("no rows for the bookshop");
      }
      sources.put(ROWS, new String(rows.readAllBytes(), StandardCharsets.UTF_8));
    }
    return sources;
  }

  /** Loads what was compiled. */
  static ClassLoader load(UserCompiler compiler) {
    try {
      URL[] classes = {compiler.classes().toUri().toURL()};
      return new URLClassLoader(classes, Bookshop.class.getClassLoader());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Creates the tables. */
  static void create(ClassLoader loader, Database db) throws Exception {
    call(loader, "bookshop.Rows", "create", Database.class, db);
  }

  /** Brings the tables to the rows of the manual, whatever was done to them. */
  static void refill(ClassLoader loader, Database db) throws Exception {
    call(loader, "bookshop.Rows", "refill", Database.class, db);
  }

  private static void call(
      ClassLoader loader, String type, String method, Class<?> parameter, Object argument)
      throws Exception {
    try {
      Class.forName(type, true, loader).getMethod(method, parameter).invoke(null, argument);
    } catch (InvocationTargetException failed) {
      throw failed.getCause() instanceof Exception cause ? cause : failed;
    }
  }
}
