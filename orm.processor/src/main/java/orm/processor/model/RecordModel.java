package orm.processor.model;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import orm.api.schema.ColumnSchema;

/**
 * A record that is mapped, as an entity, a subtype, or embedded.
 *
 * @param name its name
 * @param visible whether other packages see it
 * @param components its components
 * @param constraints what is declared on it and its components
 * @param warnings what its code has to suppress, where it must use what is deprecated
 * @param element where it stands, for messages only
 */
public record RecordModel(
    JavaName name,
    boolean visible,
    List<Component> components,
    List<Constraint> constraints,
    List<String> warnings,
    TypeElement element) {
  /**
   * The constant of a generated class that lists the nullable components of its record, for
   * compilations that see the record as a class file only.
   */
  public static final String NULLABLE_COMPONENTS = "NULLABLE_COMPONENTS";

  /** Copies the lists. */
  public RecordModel {
    components = List.copyOf(components);
    constraints = List.copyOf(constraints);
    warnings = List.copyOf(warnings);
  }

  /** {@return the columns of all components} */
  public List<ColumnSchema> columns() {
    return components.stream()
        .flatMap(component -> component.columns().stream())
        .toList();
  }

  /** {@return the components of the key} */
  public List<Component> ids() {
    return components.stream().filter(Component::id).toList();
  }

  /**
   * Finds the component with a role.
   *
   * @param role the role
   * @return the component of one column, if there is one
   */
  public Optional<Component.Value> ofRole(ColumnSchema.Role role) {
    for (Component component : components) {
      if (component instanceof Component.Value value && value.column().role() == role) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  /** {@return whether a reference stands in it, also inside embedded records} */
  public boolean hasReferences() {
    return components.stream().anyMatch(component -> !component.foreignKeys().isEmpty());
  }

  /** {@return the names of its components} */
  public List<String> names() {
    return components.stream().map(Component::name).toList();
  }

  /**
   * Finds a component.
   *
   * @param component its name
   * @return the component, if there is one
   */
  public Optional<Component> component(String component) {
    return components.stream().filter(known -> known.name().equals(component)).findFirst();
  }
}
