package orm.processor.read;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Finds the annotations of record components. */
final class Components {
  private Components() {}

  static boolean has(Element element, Class<? extends Annotation> annotation) {
    return element.getAnnotation(annotation) != null;
  }

  /** How messages name a component: {@code Book.author}. */
  static String name(RecordComponentElement component) {
    return record(component).getSimpleName() + "." + component.getSimpleName();
  }

  private static Element record(RecordComponentElement component) {
    return Objects.requireNonNull(component.getEnclosingElement(), "record");
  }

  /**
   * Where the compiler puts the annotations of a component: those that are not made for components
   * stand on its field or accessor only.
   */
  static List<Element> carriers(RecordComponentElement component) {
    List<Element> carriers = new ArrayList<>();
    carriers.add(component);
    carriers.add(component.getAccessor());
    for (Element field : ElementFilter.fieldsIn(record(component).getEnclosedElements())) {
      if (field.getSimpleName().equals(component.getSimpleName())) {
        carriers.add(field);
      }
    }
    return carriers;
  }

  /** A number that somebody else's annotation gives, which is known by its full name only. */
  static Optional<Integer> number(
      RecordComponentElement component, String annotationName, String member) {
    List<AnnotatedConstruct> places = new ArrayList<>(carriers(component));
    places.add(component.asType());
    for (AnnotatedConstruct place : places) {
      for (AnnotationMirror annotation : place.getAnnotationMirrors()) {
        TypeElement type = (TypeElement) annotation.getAnnotationType().asElement();
        if (type.getQualifiedName().contentEquals(annotationName)) {
          return value(annotation, member)
              .filter(value -> value.getValue() instanceof Integer)
              .map(value -> (Integer) value.getValue());
        }
      }
    }
    return Optional.empty();
  }

  /** What an annotation says explicitly. */
  static Optional<AnnotationValue> value(AnnotationMirror annotation, String member) {
    for (ExecutableElement key : annotation.getElementValues().keySet()) {
      if (key.getSimpleName().contentEquals(member)) {
        return Optional.of(annotation.getElementValues().get(key));
      }
    }
    return Optional.empty();
  }
}
