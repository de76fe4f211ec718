package orm.processor.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import orm.api.schema.ColumnSchema;
import orm.processor.model.Component;

/** The columns of each component, also by paths such as {@code size.width}. */
public final class ComponentColumns {
  private final Map<String, List<String>> columns = new LinkedHashMap<>();

  /**
   * Collects the columns of components.
   *
   * @param components the components of a record, or of several that share a table
   */
  public ComponentColumns(List<Component> components) {
    for (Component component : components) {
      for (ColumnSchema column : component.columns()) {
        columns.put(column.component(), List.of(column.name()));
      }
      component.foreignKeys().forEach(key -> columns.put(key.component(), key.columns()));
    }
  }

  /**
   * Finds the columns of a component.
   *
   * @param component its name or path
   * @return its columns, if there is such a component
   */
  public Optional<List<String>> of(String component) {
    return Optional.ofNullable(columns.get(component));
  }

  /**
   * Finds the columns of several components.
   *
   * @param components their names or paths, all of them known
   * @return their columns in order
   */
  public List<String> ofAll(List<String> components) {
    List<String> all = new ArrayList<>();
    components.forEach(component -> all.addAll(of(component).orElseThrow()));
    return all;
  }

  /** {@return the names and paths of all components} */
  public List<String> names() {
    return List.copyOf(columns.keySet());
  }
}
