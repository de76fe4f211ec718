package orm.processor.model;

/**
 * Where a reference leads.
 *
 * @param entity the entity
 * @param table its logical name
 * @param key its key
 */
public record Target(JavaName entity, String table, KeyModel key) {
  /** {@return the generated class of the entity} */
  public JavaName generated() {
    return entity.generated();
  }
}
