package orm.processor.read;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import orm.api.annotation.Check;
import orm.api.annotation.Count;
import orm.api.annotation.CreatedAt;
import orm.api.annotation.CreatedBy;
import orm.api.annotation.Default;
import orm.api.annotation.Embeddable;
import orm.api.annotation.Embedded;
import orm.api.annotation.Entity;
import orm.api.annotation.ForeignKey;
import orm.api.annotation.FullText;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;
import orm.api.annotation.Index;
import orm.api.annotation.Limit;
import orm.api.annotation.Load;
import orm.api.annotation.OrderBy;
import orm.api.annotation.Path;
import orm.api.annotation.RenamedFrom;
import orm.api.annotation.SoftDelete;
import orm.api.annotation.Subtype;
import orm.api.annotation.Unique;
import orm.api.annotation.UpdatedAt;
import orm.api.annotation.UpdatedBy;
import orm.api.annotation.Version;
import orm.processor.model.ProjectionModel;
import orm.processor.report.ProblemCode;

/**
 * Reads projections. Of another projection it needs no more than the root, so that each class can
 * be written alone.
 */
public final class ProjectionReader {
  private static final List<Class<? extends Annotation>> OF_TABLES = List.of(
      Check.class,
      CreatedAt.class,
      CreatedBy.class,
      Default.class,
      Embedded.class,
      ForeignKey.class,
      Generated.class,
      Id.class,
      FullText.class,
      Index.class,
      RenamedFrom.class,
      Unique.class,
      SoftDelete.class,
      UpdatedAt.class,
      UpdatedBy.class,
      Version.class);
  private static final List<Class<? extends Annotation>> OF_ROOTS =
      List.of(Count.class, Limit.class, Load.class, OrderBy.class, Path.class);

  private final Round round;

  /**
   * Makes a reader.
   *
   * @param round what there is to read
   */
  public ProjectionReader(Round round) {
    this.round = round;
  }

  /**
   * Reads a projection.
   *
   * @param record the annotated type
   * @return the projection, if it has no problem
   */
  public Optional<ProjectionModel> read(TypeElement record) {
    int before = round.problems().count();
    if (!new RecordReader(round).isUsable(record) || !isOnlyProjection(record)) {
      return Optional.empty();
    }
    if (record.getRecordComponents().isEmpty()) {
      round.cannotMap(
          ProblemCode.INVALID_PROJECTION, record, "it has no components", "Give it at least one.");
    }
    Optional<TypeMirror> root = Projections.root(record);
    Optional<TypeElement> entity = Projections.entity(record);
    if (root.isPresent() && entity.isEmpty()) {
      String name = Names.type(root.get(), round.elements()).display();
      round.cannotMap(
          ProblemCode.INVALID_PROJECTION,
          record,
          "its root " + name + " is no entity",
          "Annotate " + name + " with @Entity, name an entity, or leave the root out.");
      return Optional.empty();
    }
    EntityFaces faces = new EntityFaces(round);
    Optional<EntityFace> face = entity.flatMap(faces::of);
    if (entity.isPresent() && face.isEmpty()) {
      return Optional.empty(); // said at the entity
    }
    FreePartReader free = new FreePartReader(round, record);
    List<ProjectionModel.Part> parts = new ArrayList<>();
    for (RecordComponentElement component : record.getRecordComponents()) {
      checkPlaces(component, entity.isPresent());
      if (Projections.leadsBack(component, record)) {
        round.cannotMap(
            ProblemCode.INVALID_PROJECTION,
            component,
            record.getSimpleName() + " would hold itself, and no end would come",
            "Use a projection with fewer components here.");
      } else if (face.isPresent()) {
        new RootedPartReader(round, faces, face.get(), record, component)
            .read()
            .ifPresent(parts::add);
      } else {
        free.read(component).ifPresent(parts::add);
      }
    }
    return round.problems().count() > before
        ? Optional.empty()
        : Optional.of(new ProjectionModel(
            Names.of(record, round.elements()),
            Names.isVisible(record),
            face.map(EntityFace::name),
            parts,
            Deprecation.warnings(record, entity),
            record));
  }

  private boolean isOnlyProjection(TypeElement record) {
    for (Class<? extends Annotation> other :
        List.of(Entity.class, Embeddable.class, Subtype.class)) {
      if (Annotations.has(record, other)) {
        round.cannotMap(
            ProblemCode.MISPLACED_ANNOTATION,
            record,
            "a projection has no table of its own",
            "Keep one of @Projection and @" + other.getSimpleName() + ".");
        return false;
      }
    }
    return true;
  }

  private void checkPlaces(RecordComponentElement component, boolean rooted) {
    for (Class<? extends Annotation> annotation : OF_TABLES) {
      if (component.getAnnotationsByType(annotation).length > 0) {
        round.cannotMap(
            ProblemCode.MISPLACED_ANNOTATION,
            component,
            "@" + annotation.getSimpleName() + " means nothing in a projection",
            "Remove it.");
      }
    }
    for (Class<? extends Annotation> annotation : OF_ROOTS) {
      if (!rooted && Annotations.has(component, annotation)) {
        round.cannotMap(
            ProblemCode.MISPLACED_ANNOTATION,
            component,
            "@" + annotation.getSimpleName() + " means nothing without a root",
            "Name the root with @Projection(….class), or remove it.");
      }
    }
  }
}
