package orm.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import orm.api.annotation.Entity;
import orm.api.annotation.Module;
import orm.processor.model.JavaName;
import orm.processor.model.ModuleModel;
import orm.processor.report.ProblemCode;

/** Reads modules, and finds entities that their module does not list. */
public final class ModuleReader {
  private static final Pattern REQUIREMENT = Pattern.compile("[\\w.-]+(\\s*>=\\s*[\\d._]+)?");

  private final Round round;

  /**
   * Makes a reader.
   *
   * @param round the compilation
   */
  public ModuleReader(Round round) {
    this.round = round;
  }

  /**
   * Reads a module.
   *
   * @param packageElement a package with {@code @Module}
   * @return the module; empty if a problem was reported
   */
  public Optional<ModuleModel> read(PackageElement packageElement) {
    int before = round.problems().count();
    AnnotationMirror annotation = Annotations.all(packageElement, Module.class).get(0);
    String name = Annotations.text(annotation, "name");
    String className = className(name);
    if (className.isEmpty()) {
      refuse(packageElement, "its name has no letters", "Give it a name of letters and digits.");
    }
    List<JavaName> entities = new ArrayList<>();
    for (TypeElement entity : Annotations.classes(annotation, "entities")) {
      JavaName entityName = Names.of(entity, round.elements());
      if (!Annotations.has(entity, Entity.class)) {
        refuse(
            packageElement,
            entity.getSimpleName() + " is no entity",
            "Annotate it with @Entity, or leave it out.");
      } else if (entities.contains(entityName)) {
        refuse(
            packageElement, entity.getSimpleName() + " is listed twice", "List each entity once.");
      }
      entities.add(entityName);
    }
    List<String> requires = Annotations.texts(annotation, "requires");
    for (String required : requires) {
      if (!REQUIREMENT.matcher(required).matches()) {
        refuse(
            packageElement,
            "its requirement \"" + required + "\" cannot be understood",
            "Write catalog, or catalog >= 2.");
      }
    }
    String packageName = packageElement.getQualifiedName().toString();
    JavaName generated = new JavaName(packageName, List.of(className + "Module"));
    return round.problems().count() > before
        ? Optional.empty()
        : Optional.of(new ModuleModel(name, generated, entities, requires));
  }

  /**
   * Reports an entity that its module does not list: that of its package, or of the nearest one
   * above that is compiled together with it.
   *
   * @param entity a type with {@code @Entity}
   * @param modules the packages with {@code @Module} that are compiled from source now
   */
  public void checkListed(TypeElement entity, List<PackageElement> modules) {
    Optional<PackageElement> found = moduleOf(entity, modules);
    if (found.isEmpty()) {
      return;
    }
    PackageElement module = found.get();
    AnnotationMirror annotation = Annotations.all(module, Module.class).get(0);
    if (!Annotations.classes(annotation, "entities").contains(entity)) {
      String name = entity.getSimpleName().toString();
      round
          .problems()
          .error(
              ProblemCode.INVALID_MODULE,
              entity,
              "Cannot find " + name + " in its module",
              "@Module of package " + module.getQualifiedName() + " does not list it",
              "Add " + name + ".class to its entities.");
    }
  }

  private Optional<PackageElement> moduleOf(TypeElement entity, List<PackageElement> modules) {
    PackageElement own = round.elements().getPackageOf(entity);
    if (!Annotations.all(own, Module.class).isEmpty()) {
      return Optional.of(own);
    }
    String at = own.getQualifiedName().toString();
    for (int dot = at.lastIndexOf('.'); dot > 0; dot = at.lastIndexOf('.')) {
      at = at.substring(0, dot);
      for (PackageElement module : modules) {
        if (module.getQualifiedName().contentEquals(at)) {
          return Optional.of(module);
        }
      }
    }
    return Optional.empty();
  }

  /** {@code book-shop} becomes {@code BookShop}. */
  private static String className(String name) {
    StringBuilder out = new StringBuilder();
    boolean raise = true;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isLetterOrDigit(c) && (out.length() > 0 || Character.isLetter(c))) {
        out.append(raise ? Character.toUpperCase(c) : c);
        raise = false;
      } else {
        raise = true;
      }
    }
    return out.toString();
  }

  private void refuse(PackageElement packageElement, String why, String fix) {
    round
        .problems()
        .error(
            ProblemCode.INVALID_MODULE,
            packageElement,
            "Cannot list the module of package " + packageElement.getQualifiedName(),
            why,
            fix);
  }
}
