package orm.processor.write;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import orm.processor.model.JavaName;
import orm.processor.model.JavaType;
import orm.processor.model.KeyModel;

/** The private methods that the code of a class turned out to need. */
final class Helpers {
  private final String owner;
  private final Locals names = new Locals(List.of());
  private final Map<KeyModel, String> keyReaders = new LinkedHashMap<>();
  private boolean bindsKeys;

  Helpers(String owner) {
    this.owner = owner;
  }

  /** The class that has the methods. */
  String owner() {
    return owner;
  }

  /** The method that reads a key of several columns, or null. */
  String keyReader(KeyModel key) {
    return keyReaders.computeIfAbsent(
        key, unknown -> names.take(Locals.decapitalized(key.entity().simpleName()) + "Key"));
  }

  /** The method that binds a reference of several columns. */
  String keyBinder() {
    bindsKeys = true;
    return "bindKey";
  }

  /** Writes the methods. */
  void write(SourceWriter out, ValueCode values) {
    keyReaders.forEach((key, name) -> {
      out.blank();
      out.method(
          "private static " + out.type(key.type().orNull()) + " " + name,
          out.name("orm.spi.mapping.Row") + " row");
      out.open("if (row.nextAreNull(" + key.columns().size() + "))");
      out.line("row.skip(" + key.columns().size() + ");");
      out.line("return null;");
      out.close();
      out.returns(values.key(key, "row"));
      out.close();
    });
    if (bindsKeys) {
      String ref = out.type(JavaType.of(JavaName.of("orm.api.model.Ref")).orNull());
      out.blank();
      out.method(
          "private static void bindKey",
          ref + "<?> ref",
          "int columns",
          out.name("orm.spi.mapping.Binder") + " out");
      out.open("if (ref == null)");
      out.line("out.bindNulls(columns);");
      out.next("else");
      out.line("ref.writeKey(out);");
      out.close();
      out.close();
    }
  }
}
