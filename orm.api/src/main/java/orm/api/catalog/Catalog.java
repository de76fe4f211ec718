package orm.api.catalog;

import java.util.List;
import java.util.Optional;

/**
 * The objects of one database. Immutable and safe for use by several threads.
 *
 * @param tables the tables, by name
 * @param views the views, in an order in which they can be created
 * @param sequences the sequences that belong to no identity column, by name
 * @param enums the enum types, by name
 * @param domains the domains, by name
 * @param others what is there and is not described by the other types, such as functions and
 *     policies, by kind and name
 */
public record Catalog(
    List<CatalogTable> tables,
    List<CatalogView> views,
    List<CatalogSequence> sequences,
    List<CatalogEnum> enums,
    List<CatalogDomain> domains,
    List<CatalogOther> others) {
  /**
   * Checks that the parts are there and copies the lists.
   *
   * @param tables the tables, by name
   * @param views the views, in an order in which they can be created
   * @param sequences the sequences that belong to no identity column, by name
   * @param enums the enum types, by name
   * @param domains the domains, by name
   * @param others what is there and is not described by the other types, such as functions and
   *     policies, by kind and name
   */
  public Catalog {
    tables = List.copyOf(tables);
    views = List.copyOf(views);
    sequences = List.copyOf(sequences);
    enums = List.copyOf(enums);
    domains = List.copyOf(domains);
    others = List.copyOf(others);
  }

  /** {@return a database without objects} */
  public static Catalog empty() {
    return new Catalog(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  /**
   * Finds a table.
   *
   * @param name its name
   * @return the table, if there is one
   */
  public Optional<CatalogTable> table(ObjectName name) {
    return tables.stream().filter(table -> table.name().equals(name)).findFirst();
  }
}
