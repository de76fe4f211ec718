package orm.processor;

import java.util.List;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Finds types that are not there yet. */
final class Unresolved {
  private Unresolved() {}

  /** Whether a component, or a record of a sealed interface, has a type that is not there. */
  static boolean in(TypeElement type) {
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
