package orm.processor.read;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Count;
import orm.api.annotation.Limit;
import orm.api.annotation.OrderBy;
import orm.api.annotation.Path;
import orm.processor.model.Component;
import orm.processor.model.Declared;
import orm.processor.model.Fetch;
import orm.processor.model.Form;
import orm.processor.model.JavaName;
import orm.processor.model.JavaType;
import orm.processor.model.ProjectionModel.Part;
import orm.processor.model.ScalarType;
import orm.processor.model.ValueType;
import orm.processor.report.ProblemCode;

/** Finds one component of a projection in its root. */
final class RootedPartReader {
  private final Round round;
  private final EntityFaces faces;
  private final EntityFace root;
  private final RecordComponentElement component;
  private final Declared declared;
  private final TypeMirror bare;

  RootedPartReader(
      Round round,
      EntityFaces faces,
      EntityFace root,
      TypeElement record,
      RecordComponentElement component) {
    this.round = round;
    this.faces = faces;
    this.root = root;
    this.component = component;
    this.declared = Declarations.read(component, record, round);
    this.bare = Declarations.bare(component);
  }

  Optional<Part> read() {
    int before = round.problems().count();
    Optional<Part> part = Annotations.has(component, Count.class) ? count() : found();
    boolean list =
        part.flatMap(Part::fetch).filter(Fetch.Many.class::isInstance).isPresent();
    if (part.isPresent() && !list) {
      refuse(Limit.class, "it holds no nested list");
      refuse(OrderBy.class, "it holds no nested list");
    }
    return round.problems().count() > before ? Optional.empty() : part;
  }

  private void refuse(Class<? extends Annotation> annotation, String why) {
    if (Annotations.has(component, annotation)) {
      round.cannotMap(
          ProblemCode.INVALID_NESTED_LIST,
          component,
          why,
          "Remove @" + annotation.getSimpleName() + ".");
    }
  }

  private Optional<Way> follow(String path) {
    return new PathReader(round, faces, root, component).read(path);
  }

  private Optional<Part> found() {
    Path path = component.getAnnotation(Path.class);
    if (path == null && !root.knows(declared.name()) && isRow(bare, root.element())) {
      return match(bare, Optional.empty(), root)
          .map(it -> part(it, new Fetch.One(List.of(), it.projection())));
    }
    Optional<Way> way = follow(path == null ? declared.name() : path.value());
    if (way.isEmpty()) {
      return Optional.empty();
    }
    return way.get().toRows() == null
        ? one(way.get())
        : many(way.get(), way.get().toRows());
  }

  /** Whether a type is an entity, or a projection of it. */
  private static boolean isRow(TypeMirror type, TypeElement entity) {
    Optional<TypeElement> element = ValueTypes.element(type);
    return element.filter(entity::equals).isPresent()
        || element
            .filter(Projections::isProjection)
            .flatMap(Projections::entity)
            .filter(entity::equals)
            .isPresent();
  }

  private Optional<Part> one(Way way) {
    Optional<Match> match = match(bare, way.end(), way.rows());
    if (match.isEmpty()) {
      return Optional.empty();
    }
    if (way.absent() != null && declared.form() == Form.REQUIRED) {
      String type = declared.type().display();
      String box = component.asType().getKind().isPrimitive()
          ? ValueTypes.boxOf(Names.keyword(component.asType()))
          : type;
      round.cannotMap(
          ProblemCode.ABSENT_PATH,
          component,
          way.absent() + " may be absent, and the component may not",
          "Declare it as @Nullable " + box + " or Optional<" + box + ">.");
      return Optional.empty();
    }
    return Optional.of(
        part(match.get(), new Fetch.One(steps(way, match.get()), match.get().projection())));
  }

  private Part part(Match match, Fetch fetch) {
    if (match.column() != null) {
      return FreePartReader.column(
          component,
          declared,
          match.column().value(),
          match.column().column().type(),
          Optional.of(fetch));
    }
    JavaType type = Names.type(bare, round.elements()).notNull();
    return new Part(declared, type, Optional.empty(), match.row(), Optional.of(fetch));
  }

  private Optional<Part> many(Way way, List<Fetch.Step> toRows) {
    Optional<TypeMirror> element = ValueTypes.argument(bare, "java.util.List");
    if (element.isEmpty()) {
      round.cannotMap(
          ProblemCode.PATH_TYPE,
          component,
          "its path leads to many rows of " + way.rows().name().simpleName(),
          "Declare it as a List, or count them in a long with @Count.");
      return Optional.empty();
    }
    if (declared.form() != Form.REQUIRED || Nullness.isMarked(element.get())) {
      round.cannotMap(
          ProblemCode.INVALID_NULLABILITY,
          component,
          "a nested list may be empty; neither it nor an element is null",
          "Remove " + (declared.form() == Form.OPTIONAL ? "Optional" : "@Nullable") + ".");
      return Optional.empty();
    }
    Optional<Match> match = match(element.get(), way.end(), way.rows());
    if (match.isEmpty()) {
      return Optional.empty();
    }
    if (way.absent() != null) {
      round.cannotMap(
          ProblemCode.ABSENT_PATH,
          component,
          way.absent() + " may be absent, and an element of a list may not",
          "List projections that hold it as @Nullable.");
      return Optional.empty();
    }
    Fetch fetch = new Fetch.Many(
        toRows,
        way.rows().name(),
        steps(way, match.get()),
        match.get().projection(),
        order(way.rows()),
        limit());
    JavaType type = Names.type(bare, round.elements()).notNull();
    return Optional.of(new Part(declared, type, Optional.empty(), false, Optional.of(fetch)));
  }

  private int limit() {
    Limit limit = component.getAnnotation(Limit.class);
    if (limit != null && limit.value() < 1) {
      round.cannotMap(
          ProblemCode.INVALID_NESTED_LIST,
          component,
          "its limit " + limit.value() + " leaves no element",
          "Use at least 1, or remove @Limit.");
    }
    return limit == null ? 0 : limit.value();
  }

  private List<Fetch.Sort> order(EntityFace rows) {
    List<Fetch.Sort> order = new ArrayList<>();
    OrderBy annotation = component.getAnnotation(OrderBy.class);
    if (annotation != null) {
      for (String key : annotation.value().split(",", -1)) {
        sort(key.strip(), rows).ifPresent(order::add);
      }
    }
    return order;
  }

  private Optional<Fetch.Sort> sort(String key, EntityFace rows) {
    String[] words = key.split("\\s+");
    boolean descending = words.length == 2 && words[1].equals("desc");
    if (key.isEmpty()
        || words.length > 2
        || (words.length == 2 && !descending && !words[1].equals("asc"))) {
      round.cannotMap(
          ProblemCode.INVALID_NESTED_LIST,
          component,
          "\"" + key + "\" is no sort key",
          "Write it as \"name\" or \"name desc\", with commas between several.");
      return Optional.empty();
    }
    Optional<Way> way = new PathReader(round, faces, rows, component).read(words[0]);
    if (way.isEmpty()) {
      return Optional.empty();
    }
    Optional<Component> last = way.get().end().filter(RootedPartReader::hasOrder);
    if (way.get().toRows() != null || last.isEmpty()) {
      round.cannotMap(
          ProblemCode.INVALID_NESTED_LIST,
          component,
          rows.name().simpleName() + "." + words[0] + " has no order",
          "Sort by a text, a number, a time or a key.");
      return Optional.empty();
    }
    List<Fetch.Step> steps = new ArrayList<>(way.get().steps());
    steps.add(new Fetch.Step(last.get().name(), false));
    return Optional.of(new Fetch.Sort(steps, descending));
  }

  private static boolean hasOrder(Component component) {
    return component instanceof Component.Value value
        && value.value() instanceof ValueType.Scalar scalar
        && switch (scalar.type().columnClass()) {
          case TEXT, NUMBER, COMPARABLE, TIME -> true;
          default -> false;
        };
  }

  private Optional<Part> count() {
    Count annotation = component.getAnnotation(Count.class);
    if (Annotations.has(component, Path.class)) {
      round.cannotMap(
          ProblemCode.MISPLACED_ANNOTATION, component, "@Count names a path", "Remove @Path.");
      return Optional.empty();
    }
    Optional<Way> way = follow(annotation.value());
    if (way.isEmpty()) {
      return Optional.empty();
    }
    List<Fetch.Step> toRows = way.get().toRows();
    if (toRows == null || way.get().end().isPresent() || !way.get().steps().isEmpty()) {
      round.cannotMap(
          ProblemCode.INVALID_NESTED_LIST,
          component,
          annotation.value() + " is no path to many rows",
          "Name a path of @OneToMany or @ManyToMany.");
      return Optional.empty();
    }
    ValueType number =
        new ValueType.Scalar(ScalarType.LONG, component.asType().getKind().isPrimitive());
    if (!new ValueTypes(round.elements())
        .of(bare)
        .map(ValueType::boxed)
        .filter(number.boxed()::equals)
        .isPresent()) {
      round.cannotMap(
          ProblemCode.PATH_TYPE, component, "a count of rows is a long", "Declare it as long.");
      return Optional.empty();
    }
    return Optional.of(FreePartReader.column(
        component,
        declared,
        number,
        ScalarType.LONG.columnType(),
        Optional.of(new Fetch.Count(toRows))));
  }

  /**
   * How a type fits what a path leads to.
   *
   * @param column the column that it is, if it is one
   * @param row whether it is a row, behind a reference if there is one
   * @param projection the projection that is made of the row
   * @param last the last step; null for none
   */
  private record Match(
      Component.@Nullable Value column,
      boolean row,
      Optional<JavaName> projection,
      Fetch.@Nullable Step last) {}

  private static List<Fetch.Step> steps(Way way, Match match) {
    List<Fetch.Step> steps = new ArrayList<>(way.steps());
    if (match.last() != null) {
      steps.add(match.last());
    }
    return steps;
  }

  /** Compares a type with a component, or with the rows themselves. */
  private Optional<Match> match(TypeMirror type, Optional<Component> end, EntityFace rows) {
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
