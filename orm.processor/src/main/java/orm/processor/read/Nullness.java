package orm.processor.read;

import java.util.List;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Finds out which components may be null. */
final class Nullness {
  /**
   * The constant of a generated class that lists the nullable components of its record: in class
   * files, javac before version 22 does not see the annotations of types.
   */
  static final String CONSTANT = "NULLABLE_COMPONENTS";

  private Nullness() {}

  /** Whether an annotation named {@code Nullable}, from whatever package, stands on a type. */
  static boolean isMarked(TypeMirror type) {
    return marked(type);
  }

  /** Whether a component is marked as nullable, as a declaration or by its type. */
  static boolean isMarked(RecordComponentElement component, TypeElement record, Round round) {
    if (Components.carriers(component).stream().anyMatch(Nullness::marked)
        || marked(component.asType())
        || marked(component.getAccessor().getReturnType())) {
      return true;
    }
    return !round.isSource(record)
        && listed(record, round.elements()).contains(component.getSimpleName().toString());
  }

  private static boolean marked(AnnotatedConstruct annotated) {
    for (AnnotationMirror annotation : annotated.getAnnotationMirrors()) {
      if (annotation.getAnnotationType().asElement().getSimpleName().contentEquals("Nullable")) {
        return true;
      }
    }
    return false;
  }

  private static List<String> listed(TypeElement record, Elements elements) {
    TypeElement generated =
        elements.getTypeElement(Names.of(record, elements).generated().qualifiedName());
    if (generated == null) {
      return List.of();
    }
    for (VariableElement field : ElementFilter.fieldsIn(generated.getEnclosedElements())) {
      if (field.getSimpleName().contentEquals(CONSTANT)
          && field.getConstantValue() instanceof String names) {
        return List.of(names.split(", ", -1));
      }
    }
    return List.of();
  }
}
