package orm.processor.read;

import java.util.List;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import orm.processor.model.RecordModel;

/** Finds out which components may be null. */
final class Nullness {
  private Nullness() {}

  /** Whether an annotation named {@code Nullable}, from whatever package, stands on it. */
  static boolean isMarked(AnnotatedConstruct annotated) {
    for (AnnotationMirror annotation : annotated.getAnnotationMirrors()) {
      if (annotation.getAnnotationType().asElement().getSimpleName().contentEquals("Nullable")) {
        return true;
      }
    }
    return false;
  }

  /** Whether a component is marked as nullable, as a declaration or by its type. */
  static boolean isMarked(RecordComponentElement component, TypeElement record, Round round) {
    if (Annotations.carriers(component).stream().anyMatch(Nullness::isMarked)
        || isMarked(component.asType())
        || isMarked(component.getAccessor().getReturnType())) {
      return true;
    }
    return !round.isSource(record)
        && listed(record, round.elements()).contains(component.getSimpleName().toString());
  }

  /**
   * What the generated class of a record that comes from a class file says: javac before version 22
   * does not see the annotations of types there.
   */
  private static List<String> listed(TypeElement record, Elements elements) {
    TypeElement generated =
        elements.getTypeElement(Names.of(record, elements).generated().qualifiedName());
    if (generated == null) {
      return List.of();
    }
    for (VariableElement field : ElementFilter.fieldsIn(generated.getEnclosedElements())) {
      if (field.getSimpleName().contentEquals(RecordModel.NULLABLE_COMPONENTS)
          && field.getConstantValue() instanceof String names) {
        return List.of(names.split(", ", -1));
      }
    }
    return List.of();
  }
}
