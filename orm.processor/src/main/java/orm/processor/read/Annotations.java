package orm.processor.read;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Finds annotations and what they say. */
final class Annotations {
  private Annotations() {}

  static boolean has(Element element, Class<? extends Annotation> annotation) {
    return element.getAnnotation(annotation) != null;
  }

  /**
   * Where the compiler puts the annotations of a component: those that are not made for components
   * stand on its field or accessor only.
   */
  static List<Element> carriers(RecordComponentElement component) {
    List<Element> carriers = new ArrayList<>();
    carriers.add(component);
    carriers.add(component.getAccessor());
    Element record = Objects.requireNonNull(component.getEnclosingElement(), "record");
    for (Element field : ElementFilter.fieldsIn(record.getEnclosedElements())) {
      if (field.getSimpleName().equals(component.getSimpleName())) {
        carriers.add(field);
      }
    }
    return carriers;
  }

  /** The annotations of a class on an element, where what they say has to be read as elements. */
  static List<AnnotationMirror> all(Element element, Class<? extends Annotation> annotation) {
    List<AnnotationMirror> all = new ArrayList<>();
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (name(mirror).equals(annotation.getCanonicalName())) {
        all.add(mirror);
      } else if (name(mirror).equals(annotation.getCanonicalName() + ".List")) {
        value(mirror, "value").ifPresent(value -> all.addAll(nested(value)));
      }
    }
    return all;
  }

  /** The annotations that a member lists. */
  static List<AnnotationMirror> nested(AnnotationValue value) {
    List<AnnotationMirror> nested = new ArrayList<>();
    for (AnnotationValue element : list(value)) {
      if (element.getValue() instanceof AnnotationMirror mirror) {
        nested.add(mirror);
      }
    }
    return nested;
  }

  /** What an annotation says explicitly. */
  static Optional<AnnotationValue> value(AnnotationMirror annotation, String member) {
    for (ExecutableElement key : annotation.getElementValues().keySet()) {
      if (key.getSimpleName().contentEquals(member)) {
        return Optional.ofNullable(annotation.getElementValues().get(key));
      }
    }
    return Optional.empty();
  }

  /** The text of an annotation's member. */
  static String text(AnnotationMirror annotation, String member) {
    return value(annotation, member).map(value -> value.getValue().toString()).orElse("");
  }

  /** The classes of an annotation's member. */
  static List<TypeElement> classes(AnnotationMirror annotation, String member) {
    List<TypeElement> classes = new ArrayList<>();
    value(annotation, member).ifPresent(value -> {
      for (AnnotationValue element : list(value)) {
        if (element.getValue() instanceof TypeMirror type && type instanceof DeclaredType found) {
          classes.add((TypeElement) found.asElement());
        }
      }
    });
    return classes;
  }

  /** The texts that a member lists. */
  static List<String> texts(AnnotationMirror annotation, String member) {
    List<String> texts = new ArrayList<>();
    value(annotation, member).ifPresent(value -> {
      for (AnnotationValue element : list(value)) {
        texts.add(element.getValue().toString());
      }
    });
    return texts;
  }

  private static List<AnnotationValue> list(AnnotationValue value) {
    if (!(value.getValue() instanceof List<?> values)) {
      return List.of(value);
    }
    List<AnnotationValue> list = new ArrayList<>();
    for (Object element : values) {
      if (element instanceof AnnotationValue single) {
        list.add(single);
      }
    }
    return list;
  }

  static String name(AnnotationMirror annotation) {
    TypeElement type = (TypeElement) annotation.getAnnotationType().asElement();
    return type.getQualifiedName().toString();
  }
}
