package orm.processor.model;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * A record that is made of parts.
 *
 * @param name the record
 * @param visible whether other packages see it
 * @param root the entity that the parts are found in, if any
 * @param parts one for each component
 * @param warnings what its code has to suppress
 * @param element the record
 */
public record ProjectionModel(
    JavaName name,
    boolean visible,
    Optional<JavaName> root,
    List<Part> parts,
    List<String> warnings,
    TypeElement element) {
  private static final JavaName LIST = JavaName.of("java.util.List");

  /** Copies the lists. */
  public ProjectionModel {
    parts = List.copyOf(parts);
    warnings = List.copyOf(warnings);
  }

  /**
   * A component.
   *
   * @param declared what the record says
   * @param type what the part gives where it is not absent
   * @param column the column that it is, where it is exactly one
   * @param wholeRow whether it is a row, which is absent when all of its columns are null
   * @param fetch where it comes from; empty without a root
   */
  public record Part(
      Declared declared,
      JavaType type,
      Optional<Component.Value> column,
      boolean wholeRow,
      Optional<Fetch> fetch) {
    /** {@return the name of the component} */
    public String name() {
      return declared.name();
    }
  }

  /** {@return whether a row of a query can hold it: every part is one column} */
  public boolean flat() {
    return parts.stream().allMatch(part -> part.column().isPresent());
  }

  /** {@return the columns, if it is flat} */
  public List<Component.Value> columns() {
    return parts.stream().flatMap(part -> part.column().stream()).toList();
  }

  /**
   * Tells whether its columns can be read one after the other, whatever parts a user passes. A list
   * can be a nested one, which is no column at all.
   *
   * @return whether it is flat, without a list
   */
  public boolean straight() {
    return flat()
        && columns().stream()
            .map(Component.Value::value)
            .noneMatch(value -> value instanceof ValueType.Many || isList(value.boxed()));
  }

  private static boolean isList(JavaType type) {
    return type instanceof JavaType.Named named && named.name().equals(LIST);
  }

  /** {@return the names of the components} */
  public List<String> names() {
    return parts.stream().map(Part::name).toList();
  }
}
