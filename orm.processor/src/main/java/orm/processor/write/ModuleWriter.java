package orm.processor.write;

import java.util.List;
import orm.processor.model.JavaName;
import orm.processor.model.ModuleModel;

/** Writes the class that lists the entities of a module. */
public final class ModuleWriter {
  private static final JavaName MODULE = JavaName.of("orm.api.model.EntityModule");
  private static final JavaName TABLE = JavaName.of("orm.api.model.EntityTable");
  private static final JavaName COMPONENT =
      JavaName.of("org.osgi.service.component.annotations.Component");

  private static final JavaName CAPABILITY = JavaName.of("org.osgi.annotation.bundle.Capability");
  private static final JavaName REQUIREMENT = JavaName.of("org.osgi.annotation.bundle.Requirement");

  private final SourceWriter out;
  private final ModuleModel module;
  private final boolean component;
  private final boolean bundle;

  /**
   * Makes a writer.
   *
   * @param module the module
   * @param surroundings what is there to be used
   * @param component whether {@code @Component} can be written
   * @param bundle whether {@code @Capability} and {@code @Requirement} can be written
   */
  public ModuleWriter(
      ModuleModel module, Surroundings surroundings, boolean component, boolean bundle) {
    this.module = module;
    this.out = surroundings.writer(module.generated().packageName());
    this.component = component;
    this.bundle = bundle;
  }

  /** {@return the source of the class} */
  public String write() {
    String self = out.name(module.generated());
    out.doc("The entities of module " + SourceWriter.code(module.name()) + ".");
    out.annotations(List.of());
    if (bundle) {
      capabilities();
    }
    if (component) {
      out.line("@" + out.name(COMPONENT) + "(service = " + out.name(MODULE) + ".class)");
    }
    out.open("public final class " + self + " implements " + out.name(MODULE));
    out.doc("Made by the service registry or the service loader.");
    out.line("public " + self + "() {}");
    out.override();
    out.method("public " + out.lang("String") + " name");
    out.line("return " + SourceWriter.quote(module.name()) + ";");
    out.close();
    String list = out.name("java.util.List");
    if (!module.requires().isEmpty()) {
      out.override();
      out.method("public " + list + "<" + out.lang("String") + "> requires");
      out.returns(Expr.call(
          list + ".of",
          module.requires().stream()
              .map(required -> Expr.text(SourceWriter.quote(required)))
              .toList()));
      out.close();
    }
    out.override();
    out.method("public " + list + "<" + out.name(TABLE) + "<?, ?>> tables");
    List<Expr> tables = module.entities().stream()
        .map(entity -> Expr.text(out.name(entity.generated()) + "." + entity.constant()))
        .toList();
    out.returns(Expr.call(list + ".of", tables));
    out.close();
    out.close();
    return out.file("package " + module.generated().packageName(), "its @Module");
  }

  /** What resolvers bring along, and what frameworks refuse the bundle without. */
  private void capabilities() {
    out.line("@"
        + out.name(CAPABILITY)
        + "(namespace = \"orm.module\", name = "
        + SourceWriter.quote(module.name())
        + ")");
    for (String required : module.requires()) {
      String name = required.replaceFirst(">=.*", "").strip();
      out.line("@"
          + out.name(REQUIREMENT)
          + "(namespace = \"orm.module\", name = "
          + SourceWriter.quote(name)
          + ")");
    }
    out.line("@" + out.name(REQUIREMENT) + "(");
    out.line("    namespace = \"osgi.service\",");
    out.line("    filter = \"(objectClass=orm.api.Database)\",");
    out.line("    effective = \"active\")");
  }
}
