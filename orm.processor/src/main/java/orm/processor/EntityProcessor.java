package orm.processor;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import orm.api.annotation.Entity;
import orm.processor.model.EntityModel;
import orm.processor.model.JavaName;
import orm.processor.read.EntityReader;
import orm.processor.read.Round;
import orm.processor.report.ProblemCode;
import orm.processor.report.Problems;
import orm.processor.schema.TableSchemas;
import orm.processor.write.EntityWriter;
import orm.processor.write.Surroundings;

/** Writes a class for each entity. */
public final class EntityProcessor extends AbstractProcessor {
  private final Set<String> sources = new HashSet<>();

  /** Called by the compiler. */
  public EntityProcessor() {}

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("orm.api.annotation.*");
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
    Problems problems = Problems.to(processingEnv.getMessager());
    for (Element root : environment.getRootElements()) {
      if (root instanceof TypeElement type) {
        sources.add(type.getQualifiedName().toString());
      }
    }
    Round round =
        new Round(processingEnv.getElementUtils(), processingEnv.getTypeUtils(), problems, sources);
    for (Element element : environment.getElementsAnnotatedWith(Entity.class)) {
      guarded((TypeElement) element, round);
    }
    return false;
  }

  /** Whatever goes wrong, the compiler goes on and reports all errors. */
  private void guarded(TypeElement element, Round round) {
    try {
      entity(element, round);
    } catch (RuntimeException bug) {
      StringWriter trace = new StringWriter();
      bug.printStackTrace(new PrintWriter(trace));
      round
          .problems()
          .error(
              ProblemCode.INTERNAL,
              element,
              "Cannot map " + element.getSimpleName(),
              "the processor itself failed",
              "Report this with the source of the record: " + trace);
    }
  }

  private void entity(TypeElement element, Round round) {
    Optional<EntityModel> read = new EntityReader(round).read(element);
    if (read.isEmpty()) {
      return;
    }
    EntityModel entity = read.get();
    EntityWriter writer = new EntityWriter(entity, TableSchemas.of(entity), surroundings(element));
    write(entity.record().name().generated(), writer.write(), element, round);
  }

  private Surroundings surroundings(TypeElement element) {
    Elements elements = processingEnv.getElementUtils();
    var module = elements.getModuleOf(element);
    return new Surroundings(
        name -> elements.getTypeElement(name) != null,
        elements.getTypeElement(module, "org.jspecify.annotations.NullMarked") != null,
        elements.getTypeElement(module, "javax.annotation.processing.Generated") != null);
  }

  private void write(JavaName name, String source, TypeElement origin, Round round) {
    try (Writer writer =
        processingEnv.getFiler().createSourceFile(name.qualifiedName(), origin).openWriter()) {
      writer.write(source);
    } catch (FilerException exists) {
      round
          .problems()
          .error(
              ProblemCode.CLASS_EXISTS,
              origin,
              "Cannot write " + name.qualifiedName(),
              "there is a class of this name",
              "Rename the class or the record.");
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }
}
