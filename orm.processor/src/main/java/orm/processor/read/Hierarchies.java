package orm.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import orm.api.annotation.Entity;

/** Finds the types of sealed hierarchies. */
final class Hierarchies {
  private Hierarchies() {}

  static boolean isSealedInterface(TypeElement type) {
    return type.getKind() == ElementKind.INTERFACE && type.getModifiers().contains(Modifier.SEALED);
  }

  /** The classes at the ends of a sealed hierarchy, in order; none for a record. */
  static List<TypeElement> records(TypeElement type) {
    List<TypeElement> records = new ArrayList<>();
    for (TypeMirror permitted : type.getPermittedSubclasses()) {
      ValueTypes.element(permitted).ifPresent(element -> {
        if (isSealedInterface(element)) {
          records.addAll(records(element));
        } else {
          records.add(element);
        }
      });
    }
    return records;
  }

  /** The entity that a record is a subtype of. */
  static Optional<TypeElement> entityOf(TypeElement record) {
    for (TypeMirror above : record.getInterfaces()) {
      Optional<TypeElement> element = ValueTypes.element(above);
      if (element.isPresent()) {
        Optional<TypeElement> entity =
            Annotations.has(element.get(), Entity.class) ? element : entityOf(element.get());
        if (entity.isPresent()) {
          return entity;
        }
      }
    }
    return Optional.empty();
  }
}
