package orm.processor.read;

import java.lang.annotation.Annotation;
import java.util.List;
import javax.lang.model.element.TypeElement;
import orm.api.annotation.Check;
import orm.api.annotation.Embeddable;
import orm.api.annotation.Entity;
import orm.api.annotation.FullText;
import orm.api.annotation.Index;
import orm.api.annotation.ManyToMany;
import orm.api.annotation.OneToMany;
import orm.api.annotation.RenamedFrom;
import orm.api.annotation.Subtype;
import orm.api.annotation.Unique;
import orm.processor.report.ProblemCode;

/** Finds annotations on types that are no tables, where they do nothing. */
public final class TypeAnnotations {
  /** The annotations that belong on types of which something is written, with their containers. */
  public static final List<Class<? extends Annotation>> ALL = List.of(
      Check.class,
      Check.List.class,
      FullText.class,
      FullText.List.class,
      Index.class,
      Index.List.class,
      ManyToMany.class,
      ManyToMany.List.class,
      OneToMany.class,
      OneToMany.List.class,
      RenamedFrom.class,
      Unique.class,
      Unique.List.class);

  private TypeAnnotations() {}

  /**
   * Reports an annotation on a type that is not mapped.
   *
   * @param annotation one of {@link #ALL}
   * @param type what it stands on
   * @param round the compilation
   */
  public static void check(Class<? extends Annotation> annotation, TypeElement type, Round round) {
    if (Annotations.has(type, Entity.class)) {
      return;
    }
    boolean ofTable = annotation == ManyToMany.class
        || annotation == ManyToMany.List.class
        || annotation == OneToMany.class
        || annotation == OneToMany.List.class
        || annotation == RenamedFrom.class;
    if (ofTable
        || (!Annotations.has(type, Embeddable.class) && !Annotations.has(type, Subtype.class))) {
      String name = annotation.getCanonicalName().replace(".List", "");
      round.cannotMap(
          ProblemCode.MISPLACED_ANNOTATION,
          type,
          "@" + name.substring(name.lastIndexOf('.') + 1) + " means nothing without @Entity",
          "Add @Entity, or remove it.");
    }
  }
}
