package orm.processor;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import orm.api.annotation.Embeddable;
import orm.api.annotation.Entity;
import orm.api.annotation.Module;
import orm.api.annotation.Projection;
import orm.api.annotation.Subtype;
import orm.processor.read.Round;
import orm.processor.read.TypeAnnotations;
import orm.processor.report.ProblemCode;
import orm.processor.report.Problems;

/**
 * Writes a class for each entity, subtype, embeddable record, projection and module. Each file that
 * it writes comes from one element, which it passes as the originating one: that of a projection
 * says no more than its record and what can be reached from there.
 */
public final class EntityProcessor extends AbstractProcessor {
  private static final List<Class<? extends Annotation>> MAPPED =
      List.of(Entity.class, Subtype.class, Embeddable.class, Projection.class);

  private final Set<String> sources = new HashSet<>();
  private final Set<String> waiting = new LinkedHashSet<>();
  private final List<PackageElement> modules = new ArrayList<>();
  private Problems problems;
  private Generator generator;

  /** Called by the compiler. */
  public EntityProcessor() {}

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    boolean eclipse = environment.getClass().getName().startsWith("org.eclipse.");
    problems = new Problems(environment.getMessager(), !eclipse);
    generator = new Generator(environment, problems);
  }

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
    for (Element root : environment.getRootElements()) {
      if (root instanceof TypeElement type) {
        sources.add(type.getQualifiedName().toString());
      }
    }
    Round round = new Round(processingEnv.getElementUtils(), problems, sources);
    List<PackageElement> modules = // by name: compilers give them in any order
        environment.getElementsAnnotatedWith(Module.class).stream()
            .map(PackageElement.class::cast)
            .sorted(Comparator.comparing(module -> module.getQualifiedName().toString()))
            .toList();
    for (PackageElement module : modules) {
      guarded(module, () -> module(module, round));
    }
    for (TypeElement type : types(environment)) {
      guarded(type, () -> type(type, round));
    }
    for (var annotation : TypeAnnotations.ALL) {
      for (Element element : environment.getElementsAnnotatedWith(annotation)) {
        if (element instanceof TypeElement type) {
          guarded(type, () -> TypeAnnotations.check(annotation, type, round));
        }
      }
    }
    return false;
  }

  /** Those of this round, and those that waited for what another processor writes. */
  private Set<TypeElement> types(RoundEnvironment environment) {
    Set<TypeElement> types = new LinkedHashSet<>();
    for (String name : List.copyOf(waiting)) {
      TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
      if (type != null) {
        types.add(type);
      }
    }
    waiting.clear();
    for (var annotation : MAPPED) {
      for (Element element : environment.getElementsAnnotatedWith(annotation)) {
        types.add((TypeElement) element);
      }
    }
    return types;
  }

  private void type(TypeElement type, Round round) {
    if (Unresolved.in(type)) {
      waiting.add(type.getQualifiedName().toString()); // the compiler tells what is missing
    } else {
      generator.write(type, round, modules);
    }
  }

  private void module(PackageElement module, Round round) {
    modules.add(module);
    generator.writeModule(module, round, modules);
  }

  /** Whatever goes wrong, the compiler goes on and reports all errors. */
  private void guarded(Element element, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException bug) {
      StringWriter trace = new StringWriter();
      bug.printStackTrace(new PrintWriter(trace));
      problems.error(
          ProblemCode.INTERNAL,
          element,
          "Cannot map " + element.getSimpleName(),
          "the processor itself failed",
          "Report this with the source of the record: " + trace);
    }
  }
}
