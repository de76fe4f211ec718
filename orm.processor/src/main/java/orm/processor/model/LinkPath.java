package orm.processor.model;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import orm.api.schema.LinkSchema;

/**
 * A path to the rows that a link table ties to an entity.
 *
 * @param name the name of the path
 * @param target the entity at the other side
 * @param table the logical name of the link table
 * @param left its columns that refer to this entity
 * @param right its columns that refer to the target
 * @param schema its definition; empty where the other side declares it
 * @param element where the path is declared
 */
public record LinkPath(
    String name,
    JavaName target,
    String table,
    List<String> left,
    List<String> right,
    Optional<LinkSchema> schema,
    Element element) {
  /** Copies the lists. */
  public LinkPath {
    left = List.copyOf(left);
    right = List.copyOf(right);
  }
}
