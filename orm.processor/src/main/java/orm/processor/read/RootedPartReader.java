package orm.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import orm.api.annotation.Count;
import orm.api.annotation.Path;
import orm.processor.model.Declared;
import orm.processor.model.Fetch;
import orm.processor.model.Form;
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
  private final PartTypes types;
  private final NestedListReader list;

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
    this.types = new PartTypes(round, faces, component, bare);
    this.list = new NestedListReader(round, faces, component);
  }

  Optional<Part> read() {
    int before = round.problems().count();
    Optional<Part> part = Annotations.has(component, Count.class) ? count() : found();
    boolean nested =
        part.flatMap(Part::fetch).filter(Fetch.Many.class::isInstance).isPresent();
    if (part.isPresent() && !nested) {
      list.refuse();
    }
    return round.problems().count() > before ? Optional.empty() : part;
  }

  private Optional<Way> follow(String path) {
    return new PathReader(round, faces, root, component).read(path);
  }

  private Optional<Part> found() {
    Path path = component.getAnnotation(Path.class);
    if (path == null && !root.knows(declared.name()) && PartTypes.isRow(bare, root.element())) {
      return types
          .match(bare, Optional.empty(), root)
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

  private Optional<Part> one(Way way) {
    Optional<PartTypes.Match> match = types.match(bare, way.end(), way.rows());
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

  private Part part(PartTypes.Match match, Fetch fetch) {
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
    Optional<PartTypes.Match> match = types.match(element.get(), way.end(), way.rows());
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
        list.order(way.rows()),
        list.limit(),
        list.strategy());
    JavaType type = Names.type(bare, round.elements()).notNull();
    return Optional.of(new Part(declared, type, Optional.empty(), false, Optional.of(fetch)));
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

  private static List<Fetch.Step> steps(Way way, PartTypes.Match match) {
    List<Fetch.Step> steps = new ArrayList<>(way.steps());
    if (match.last() != null) {
      steps.add(match.last());
    }
    return steps;
  }
}
