package orm.itest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.osgi.framework.Constants;
import orm.api.migration.MigrationModule;
import orm.api.model.EntityModule;
import orm.itest.module.Depot;
import orm.itest.module.DepotModule;
import orm.itest.module.DepotWork;
import orm.itest.module.Depot_;
import orm.itest.module.SalesModule;

/** Builds a bundle with a module as bnd would: classes, components, migrations. */
final class ModuleBundle {
  private static final String IMPORTS =
      "orm.api,orm.api.error,orm.api.expression,orm.api.migration,"
          + "orm.api.model,orm.api.query,orm.api.schema,orm.spi.mapping";

  private final Attributes headers = new Attributes();
  private final Map<String, byte[]> content = new LinkedHashMap<>();
  private final String module;
  private final StringBuilder components = new StringBuilder();

  private ModuleBundle(String name, String module, String version) {
    this.module = module;
    headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    header(Constants.BUNDLE_MANIFESTVERSION, "2");
    header(Constants.BUNDLE_SYMBOLICNAME, name);
    header(Constants.BUNDLE_VERSION, version);
    header(Constants.IMPORT_PACKAGE, IMPORTS);
    header(Constants.PROVIDE_CAPABILITY, "orm.module;orm.module=" + module);
  }

  /** The module of depots, with its entity and what uses it. */
  static ModuleBundle depot(String version) {
    return depot("itest.depot", version);
  }

  static ModuleBundle depot(String name, String version) {
    return new ModuleBundle(name, "depot", version)
        .classes(Depot.class, Depot_.class, DepotModule.class, DepotWork.class)
        .component(DepotModule.class, EntityModule.class.getName(), "")
        .component(DepotWork.class, "java.util.function.Function", "");
  }

  /** The module of sales, which needs the tables of the depots. */
  static ModuleBundle sales(String version) {
    return new ModuleBundle("itest.sales", "sales", version)
        .classes(SalesModule.class)
        .component(SalesModule.class, MigrationModule.class.getName(), "");
  }

  ModuleBundle header(String name, String value) {
    headers.putValue(name, value);
    return this;
  }

  /** A migration of the module, such as {@code 0001_create.sql}. */
  ModuleBundle file(String name, String sql) {
    content.put("orm/migrations/" + module + "/" + name, sql.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  private ModuleBundle classes(Class<?>... classes) {
    for (Class<?> one : classes) {
      add(one);
      for (Class<?> inner : one.getDeclaredClasses()) {
        add(inner);
      }
    }
    return this;
  }

  private void add(Class<?> one) {
    String path = one.getName().replace('.', '/') + ".class";
    try (InputStream in = one.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("no class file of " + one);
      }
      content.put(path, in.readAllBytes());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  ModuleBundle component(Class<?> type, String service, String inside) {
    String path = "OSGI-INF/" + type.getSimpleName() + ".xml";
    String xml = "<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.4.0\" name=\""
        + type.getName()
        + "\" immediate=\"true\"><implementation class=\""
        + type.getName()
        + "\"/><service><provide interface=\""
        + service
        + "\"/></service>"
        + inside
        + "</scr:component>";
    content.put(path, xml.getBytes(StandardCharsets.UTF_8));
    components.append(components.length() == 0 ? "" : ",").append(path);
    header("Service-Component", components.toString());
    return this;
  }

  InputStream open() throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().putAll(headers);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream out = new JarOutputStream(bytes, manifest)) {
      for (Map.Entry<String, byte[]> one : content.entrySet()) {
        out.putNextEntry(new JarEntry(one.getKey()));
        out.write(one.getValue());
      }
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }
}
