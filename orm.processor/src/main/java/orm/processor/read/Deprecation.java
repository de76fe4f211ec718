package orm.processor.read;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Finds out what is deprecated among all that the code for a record has to use. */
final class Deprecation {
  private final SortedSet<String> warnings = new TreeSet<>();
  private final Set<TypeElement> seen = new HashSet<>();

  private Deprecation() {}

  /** The warnings that the code has to suppress: {@code deprecation}, {@code removal}. */
  static List<String> warnings(TypeElement record) {
    Deprecation deprecation = new Deprecation();
    deprecation.use(record);
    return List.copyOf(deprecation.warnings);
  }

  /** The warnings for a record that is made of parts of an entity. */
  static List<String> warnings(TypeElement record, Optional<TypeElement> root) {
    Deprecation deprecation = new Deprecation();
    deprecation.use(record);
    root.ifPresent(deprecation::look);
    return List.copyOf(deprecation.warnings);
  }

  private void look(Element element) {
    Deprecated deprecated = element.getAnnotation(Deprecated.class);
    if (deprecated != null) {
      warnings.add(deprecated.forRemoval() ? "removal" : "deprecation");
    }
  }

  private void use(TypeElement type) {
    if (!seen.add(type)) {
      return;
    }
    look(type);
    if (type.getKind() == ElementKind.RECORD) {
      for (RecordComponentElement component : type.getRecordComponents()) {
        look(component.getAccessor());
        use(component.asType());
      }
    }
  }

  private void use(TypeMirror type) {
    if (type.getKind() == TypeKind.ARRAY) {
      use(((ArrayType) type).getComponentType());
    } else if (type.getKind() == TypeKind.DECLARED) {
      DeclaredType declared = (DeclaredType) type;
      boolean ref = ValueTypes.argument(type, "orm.api.model.Ref").isPresent();
      for (TypeMirror argument : declared.getTypeArguments()) {
        if (ref) {
          ValueTypes.element(argument).ifPresent(this::look); // only its name is used
        } else {
          use(argument);
        }
      }
      use((TypeElement) declared.asElement());
    }
  }
}
