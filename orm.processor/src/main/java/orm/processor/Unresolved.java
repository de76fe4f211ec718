package orm.processor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import orm.api.annotation.Projection;
import orm.processor.read.Projections;

/** Finds types that are not there yet. */
final class Unresolved {
  private Unresolved() {}

  /** Whether a type that the class of {@code type} is made from is not there. */
  static boolean in(TypeElement type) {
    return in(type, new HashSet<>());
  }

  /** A projection is made from its root, and from what the parts of it are made from. */
  private static boolean in(TypeElement type, Set<TypeElement> seen) {
    if (!seen.add(type)) {
      return false;
    }
    if (ofItself(type) || Projections.lacksRoot(type)) {
      return true;
    }
    if (type.getAnnotation(Projection.class) == null) {
      return false;
    }
    List<TypeMirror> parts = new ArrayList<>();
    Projections.root(type).ifPresent(parts::add);
    type.getRecordComponents().forEach(component -> parts.add(component.asType()));
    return parts.stream().anyMatch(part -> behind(part, seen));
  }

  private static boolean behind(TypeMirror part, Set<TypeElement> seen) {
    return part instanceof DeclaredType declared
        && (declared.getTypeArguments().stream().anyMatch(argument -> behind(argument, seen))
            || in((TypeElement) declared.asElement(), seen));
  }

  /** Whether a component, or a record of a sealed interface, has a type that is not there. */
  private static boolean ofItself(TypeElement type) {
    return type.getRecordComponents().stream()
            .map(RecordComponentElement::asType)
            .anyMatch(Unresolved::in)
        || in(type.getPermittedSubclasses())
        || in(type.getInterfaces());
  }

  private static boolean in(List<? extends TypeMirror> types) {
    return types.stream().anyMatch(Unresolved::in);
  }

  private static boolean in(TypeMirror type) {
    if (type.getKind() == TypeKind.ERROR) {
      return true;
    }
    if (type.getKind() == TypeKind.ARRAY) {
      return in(((ArrayType) type).getComponentType());
    }
    return type.getKind() == TypeKind.DECLARED && in(((DeclaredType) type).getTypeArguments());
  }
}
