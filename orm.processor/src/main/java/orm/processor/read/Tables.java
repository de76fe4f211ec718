package orm.processor.read;

import javax.lang.model.element.TypeElement;
import orm.api.annotation.Entity;
import orm.api.schema.Naming;

/** Names tables. */
final class Tables {
  private Tables() {}

  /** The name that an entity gives, or its own in snake case. */
  static String name(TypeElement entity) {
    Entity annotation = entity.getAnnotation(Entity.class);
    return annotation == null || annotation.table().isEmpty()
        ? Naming.snakeCase(entity.getSimpleName().toString())
        : annotation.table();
  }
}
