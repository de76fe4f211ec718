package orm.processor.read;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import orm.api.annotation.Entity;
import orm.api.annotation.Projection;
import orm.api.annotation.Subtype;

/** What can be said of projections without reading their components. */
public final class Projections {
  private Projections() {}

  /**
   * Finds what a projection names as its root.
   *
   * @param projection the record
   * @return the type, whatever it is; empty for {@code void} and for none
   */
  public static Optional<TypeMirror> root(TypeElement projection) {
    for (AnnotationMirror annotation : Annotations.all(projection, Projection.class)) {
      return Annotations.value(annotation, "value")
          .filter(value -> value.getValue() instanceof TypeMirror)
          .map(value -> (TypeMirror) value.getValue())
          .filter(type -> type.getKind() != TypeKind.VOID);
    }
    return Optional.empty();
  }

  /**
   * Tells whether a projection names a root that is not there.
   *
   * @param projection the record
   * @return whether another processor, or nobody, makes the root
   */
  public static boolean lacksRoot(TypeElement projection) {
    for (AnnotationMirror annotation : Annotations.all(projection, Projection.class)) {
      return Annotations.value(annotation, "value")
          .filter(value ->
              !(value.getValue() instanceof TypeMirror type) || type.getKind() == TypeKind.ERROR)
          .isPresent();
    }
    return false;
  }

  /** The entity that a projection is rooted at, if its root is one. */
  static Optional<TypeElement> entity(TypeElement projection) {
    return root(projection).flatMap(ValueTypes::element).filter(Projections::isEntity);
  }

  static boolean isEntity(TypeElement type) {
    return Annotations.has(type, Entity.class) || Annotations.has(type, Subtype.class);
  }

  static boolean isProjection(TypeElement type) {
    return Annotations.has(type, Projection.class);
  }

  /** Whether a component leads back to the projection that it belongs to. */
  static boolean leadsBack(RecordComponentElement component, TypeElement projection) {
    return reaches(component.asType(), projection, new HashSet<>());
  }

  private static boolean reaches(TypeMirror type, TypeElement wanted, Set<TypeElement> seen) {
    if (type.getKind() != TypeKind.DECLARED) {
      return false;
    }
    for (TypeMirror argument : ((DeclaredType) type).getTypeArguments()) {
      if (reaches(argument, wanted, seen)) {
        return true;
      }
    }
    Optional<TypeElement> element = ValueTypes.element(type).filter(Projections::isProjection);
    if (element.isEmpty() || !seen.add(element.get())) {
      return false;
    }
    return element.get().equals(wanted)
        || element.get().getRecordComponents().stream()
            .anyMatch(component -> reaches(component.asType(), wanted, seen));
  }
}
