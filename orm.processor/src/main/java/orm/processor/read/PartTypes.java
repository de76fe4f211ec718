package orm.processor.read;

import java.util.Optional;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;
import orm.processor.model.Component;
import orm.processor.model.Fetch;
import orm.processor.model.JavaName;
import orm.processor.model.JavaType;
import orm.processor.model.ScalarType;
import orm.processor.report.ProblemCode;

/** Compares the type of a component with what its path leads to. */
final class PartTypes {
  private final Round round;
  private final EntityFaces faces;
  private final RecordComponentElement component;
  private final TypeMirror bare;

  /**
   * Makes it for one component.
   *
   * @param bare the type of the component, without {@code Optional}
   */
  PartTypes(Round round, EntityFaces faces, RecordComponentElement component, TypeMirror bare) {
    this.round = round;
    this.faces = faces;
    this.component = component;
    this.bare = bare;
  }

  /**
   * How a type fits what a path leads to.
   *
   * @param column the column that it is, if it is one
   * @param row whether it is a row, behind a reference if there is one
   * @param projection the projection that is made of the row
   * @param last the last step; null for none
   */
  record Match(
      Component.@Nullable Value column,
      boolean row,
      Optional<JavaName> projection,
      Fetch.@Nullable Step last) {}

  /** Whether a type is an entity, or a projection of it. */
  static boolean isRow(TypeMirror type, TypeElement entity) {
    Optional<TypeElement> element = ValueTypes.element(type);
    return element.filter(entity::equals).isPresent()
        || element
            .filter(Projections::isProjection)
            .flatMap(Projections::entity)
            .filter(entity::equals)
            .isPresent();
  }

  /** Compares a type with a component, or with the rows themselves. */
  Optional<Match> match(TypeMirror type, Optional<Component> end, EntityFace rows) {
    if (end.isEmpty()) {
      return row(type, rows.element(), null);
    }
    Component found = end.get();
    Fetch.Step field = new Fetch.Step(found.name(), false);
    if (found instanceof Component.Reference reference) {
      JavaName target = reference.target().entity();
      Optional<TypeElement> ref =
          ValueTypes.argument(type, "orm.api.model.Ref").flatMap(ValueTypes::element);
      if (ref.filter(it -> Names.of(it, round.elements()).equals(target)).isPresent()) {
        return Optional.of(new Match(null, false, Optional.empty(), field));
      }
      return faces
          .of(target)
          .flatMap(it -> row(type, it.element(), new Fetch.Step(found.name(), true)));
    }
    JavaType wanted = found instanceof Component.Value value
        ? value.value().boxed()
        : JavaType.of(((Component.Embedded) found).record().name());
    if (!boxed(type).isButForNull(wanted)) {
      return differs(found.name() + " is of type " + wanted.display(), wanted.display());
    }
    Component.Value column = found instanceof Component.Value value ? value : null;
    return Optional.of(new Match(column, false, Optional.empty(), field));
  }

  private JavaType boxed(TypeMirror type) {
    return type.getKind().isPrimitive()
        ? ScalarType.ofPrimitive(Names.keyword(type)).boxed()
        : Names.type(type, round.elements());
  }

  private Optional<Match> row(TypeMirror type, TypeElement entity, Fetch.@Nullable Step last) {
    Optional<TypeElement> element = ValueTypes.element(type);
    String name = entity.getSimpleName().toString();
    if (isRow(type, entity)) {
      return Optional.of(new Match(
          null,
          true,
          element.filter(it -> !it.equals(entity)).map(it -> Names.of(it, round.elements())),
          last));
    }
    if (element.filter(Projections::isProjection).isPresent()) {
      String other = element.get().getSimpleName().toString();
      return differs(
          other
              + Projections.entity(element.get())
                  .map(it -> " is a projection of " + it.getSimpleName())
                  .orElse(" has no root")
              + ", and its path leads to " + name,
          "a projection of " + name);
    }
    return differs(
        "its path leads to a row of " + name,
        (last == null ? "" : "Ref<" + name + ">, ") + name + " or a projection of " + name);
  }

  private Optional<Match> differs(String why, String wanted) {
    boolean list = ValueTypes.argument(bare, "java.util.List").isPresent();
    round.cannotMap(
        ProblemCode.PATH_TYPE,
        component,
        why,
        "Declare it as " + (list && !wanted.startsWith("List<") ? "a List of " : "") + wanted
            + ", or name another path with @Path.");
    return Optional.empty();
  }
}
