package orm.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;
import orm.api.annotation.Embeddable;
import orm.api.annotation.Entity;
import orm.api.annotation.Projection;
import orm.processor.check.ModelCheck;
import orm.processor.model.EntityModel;
import orm.processor.model.HierarchyModel;
import orm.processor.model.JavaName;
import orm.processor.model.ModuleModel;
import orm.processor.model.ProjectionModel;
import orm.processor.model.RecordModel;
import orm.processor.model.SubtypeModel;
import orm.processor.read.EntityReader;
import orm.processor.read.HierarchyReader;
import orm.processor.read.ModuleReader;
import orm.processor.read.ProjectionReader;
import orm.processor.read.RecordReader;
import orm.processor.read.Round;
import orm.processor.report.ProblemCode;
import orm.processor.report.Problems;
import orm.processor.schema.TableSchemas;
import orm.processor.write.EmbeddableWriter;
import orm.processor.write.EntityWriter;
import orm.processor.write.HierarchyWriter;
import orm.processor.write.ModuleWriter;
import orm.processor.write.ProjectionWriter;
import orm.processor.write.Surroundings;

/** Reads, checks and writes, one element at a time. */
final class Generator {
  private final ProcessingEnvironment environment;
  private final Problems problems;
  private final ModelCheck check;

  Generator(ProcessingEnvironment environment, Problems problems) {
    this.environment = environment;
    this.problems = problems;
    this.check = new ModelCheck(problems);
  }

  /** Writes the class of an entity, subtype or embeddable record, if it is without problems. */
  void write(TypeElement type, Round round, List<PackageElement> modules) {
    boolean entity = type.getAnnotation(Entity.class) != null;
    if (type.getAnnotation(Projection.class) != null) {
      projection(type, round);
    } else if (type.getAnnotation(Embeddable.class) != null) {
      embeddable(type, round);
    } else if (!entity) {
      subtype(type, round);
    } else if (type.getKind() == ElementKind.INTERFACE) {
      hierarchy(type, round);
    } else {
      entity(type, round);
    }
    if (entity) {
      new ModuleReader(round).checkListed(type, modules);
    }
  }

  private void entity(TypeElement type, Round round) {
    Optional<EntityModel> entity = new EntityReader(round).read(type);
    if (entity.isPresent() && check.passes(entity.get())) {
      entity(entity.get(), type);
    }
  }

  private void entity(EntityModel entity, TypeElement origin) {
    String source = new EntityWriter(entity, TableSchemas.of(entity), surroundings(origin)).write();
    write(entity.record().name().generated(), source, origin);
  }

  private void hierarchy(TypeElement type, Round round) {
    Optional<HierarchyModel> read = new HierarchyReader(round).read(type);
    if (read.isPresent() && check.passes(read.get())) {
      HierarchyModel hierarchy = read.get();
      String source =
          new HierarchyWriter(hierarchy, TableSchemas.of(hierarchy), surroundings(type)).write();
      write(hierarchy.name().generated(), source, type);
    }
  }

  private void subtype(TypeElement type, Round round) {
    Optional<HierarchyModel> hierarchy = new HierarchyReader(round).readEntityOf(type);
    if (hierarchy.isPresent() && check.passes(hierarchy.get())) {
      for (SubtypeModel subtype : hierarchy.get().subtypes()) {
        if (subtype.record().element().equals(type)) {
          entity(new EntityReader(round).subtype(hierarchy.get(), subtype.record()), type);
        }
      }
    }
  }

  private void embeddable(TypeElement type, Round round) {
    Optional<RecordModel> record = new RecordReader(round).readEmbeddable(type);
    if (record.isPresent() && check.passes(record.get())) {
      String source = new EmbeddableWriter(record.get(), surroundings(type)).write();
      write(record.get().name().generated(), source, type);
    }
  }

  private void projection(TypeElement type, Round round) {
    Optional<ProjectionModel> projection = new ProjectionReader(round).read(type);
    if (projection.isPresent() && check.passes(projection.get())) {
      String source = new ProjectionWriter(projection.get(), surroundings(type)).write();
      write(projection.get().name().generated(), source, type);
    }
  }

  /** Writes the class of a module, and names it for the service loader. */
  void writeModule(PackageElement element, Round round, List<PackageElement> modules) {
    if (modules.size() > 1) {
      problems.error(
          ProblemCode.INVALID_MODULE,
          element,
          "Cannot list the module of package " + element.getQualifiedName(),
          "package " + modules.get(0).getQualifiedName() + " has the module of this compilation",
          "Keep one @Module, on the package above all entities.");
      return;
    }
    Optional<ModuleModel> read = new ModuleReader(round).read(element);
    if (read.isEmpty()) {
      return;
    }
    ModuleModel module = read.get();
    boolean component = isThere(element, "org.osgi.service.component.annotations.Component");
    boolean bundle = isThere(element, "org.osgi.annotation.bundle.Requirement");
    write(
        module.generated(),
        new ModuleWriter(module, surroundings(element), component, bundle).write(),
        element);
    service(module.generated(), element);
  }

  private Surroundings surroundings(Element element) {
    return new Surroundings(
        name -> environment.getElementUtils().getTypeElement(name) != null,
        isThere(element, "org.jspecify.annotations.NullMarked"),
        isThere(element, "javax.annotation.processing.Generated"));
  }

  /** Whether the module of an element sees a class. */
  private boolean isThere(Element element, String className) {
    Elements elements = environment.getElementUtils();
    ModuleElement module = elements.getModuleOf(element);
    return (module == null
            ? elements.getTypeElement(className)
            : elements.getTypeElement(module, className))
        != null;
  }

  private void write(JavaName name, String source, Element origin) {
    try (Writer writer =
        environment.getFiler().createSourceFile(name.qualifiedName(), origin).openWriter()) {
      writer.write(source);
    } catch (FilerException exists) {
      problems.error(
          ProblemCode.CLASS_EXISTS,
          origin,
          "Cannot write class " + name.qualifiedName(),
          "there is one of this name",
          "Rename that class, or the record; clean the output folder if it is an old one.");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void service(JavaName module, Element origin) {
    try (Writer writer = environment
        .getFiler()
        .createResource(
            StandardLocation.CLASS_OUTPUT,
            "",
            "META-INF/services/orm.api.model.EntityModule",
            origin)
        .openWriter()) {
      writer.write(module.qualifiedName() + "\n");
    } catch (FilerException exists) {
      problems.error(
          ProblemCode.INVALID_MODULE,
          origin,
          "Cannot name " + module.qualifiedName() + " for the service loader",
          "META-INF/services/orm.api.model.EntityModule is written by something else",
          "Keep one of them.");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
