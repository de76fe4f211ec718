package orm.processor.read;

import java.util.Optional;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import orm.processor.model.Declared;
import orm.processor.model.Form;
import orm.processor.model.JavaType;
import orm.processor.report.ProblemCode;

/** Reads what a record says about a component: its type, and whether it may be absent. */
final class Declarations {
  private Declarations() {}

  static Declared read(RecordComponentElement component, TypeElement record, Round round) {
    boolean nullable = Nullness.isMarked(component, record, round);
    boolean optional =
        ValueTypes.argument(component.asType(), "java.util.Optional").isPresent();
    checkNullability(component, nullable, optional, round);
    Form form = optional ? Form.OPTIONAL : nullable ? Form.NULLABLE : Form.REQUIRED;
    JavaType type = Names.type(component.asType(), round.elements());
    return new Declared(
        component.getSimpleName().toString(),
        form == Form.NULLABLE ? type.orNull() : type,
        form,
        component);
  }

  /** The type of what is there: without {@code Optional}. */
  static TypeMirror bare(RecordComponentElement component) {
    Optional<TypeMirror> optional = ValueTypes.argument(component.asType(), "java.util.Optional");
    return optional.orElse(component.asType());
  }

  private static void checkNullability(
      RecordComponentElement component, boolean nullable, boolean optional, Round round) {
    if (nullable && optional) {
      round.cannotMap(
          ProblemCode.INVALID_NULLABILITY,
          component,
          "it can be absent in two ways, and a column in one",
          "Remove @Nullable.");
    } else if (nullable && component.asType().getKind().isPrimitive()) {
      String primitive = Names.keyword(component.asType());
      round.cannotMap(
          ProblemCode.INVALID_NULLABILITY,
          component,
          "a plain " + primitive + " is never null",
          "Declare it as " + ValueTypes.boxOf(primitive) + ", or remove @Nullable.");
    }
  }
}
