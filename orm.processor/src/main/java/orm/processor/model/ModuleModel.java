package orm.processor.model;

import java.util.List;

/**
 * The entities that a bundle or jar owns.
 *
 * @param name the name of the module
 * @param generated the class that lists the entities
 * @param entities the entities, in the order in which they were declared
 * @param requires the modules that it needs, as they were written
 */
public record ModuleModel(
    String name, JavaName generated, List<JavaName> entities, List<String> requires) {
  /** Copies the lists. */
  public ModuleModel {
    entities = List.copyOf(entities);
    requires = List.copyOf(requires);
  }
}
