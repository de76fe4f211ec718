package orm.api.migration;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What {@link Migrations#generate} writes. Immutable.
 *
 * @param packageName the package of the records, not the unnamed one
 * @param module the name of their module, which also names the folder of its migrations
 * @param tables the tables and views to write, by their names in the database; empty for all
 * @param names names in Java that are not to be made from those in the database: that of a record
 *     under the name of its table, {@code book}, and that of a component under both names,
 *     {@code book.isbn}
 * @param baseline whether to write the first migration as well, which creates all that is there
 */
public record SourceOptions(
    String packageName,
    String module,
    Set<String> tables,
    Map<String, String> names,
    boolean baseline) {
  /**
   * Checks that the parts are there and copies them. {@link Migrations#generate} checks the names.
   *
   * @param packageName the package of the records, not the unnamed one
   * @param module the name of their module
   * @param tables the tables and views to write; empty for all
   * @param names names in Java that are not to be made from those in the database
   * @param baseline whether to write the first migration as well
   */
  public SourceOptions {
    Objects.requireNonNull(packageName, "packageName");
    Objects.requireNonNull(module, "module");
    tables = Set.copyOf(tables);
    names = Map.copyOf(names);
  }

  /**
   * Makes the options for everything in a database.
   *
   * @param packageName the package of the records; its last part names the module
   * @return the options
   */
  public static SourceOptions of(String packageName) {
    String module = packageName.substring(packageName.lastIndexOf('.') + 1);
    return new SourceOptions(packageName, module, Set.of(), Map.of(), true);
  }

  /**
   * Names the module.
   *
   * @param name its name
   * @return a copy with it
   */
  public SourceOptions withModule(String name) {
    return new SourceOptions(packageName, name, tables, names, baseline);
  }

  /**
   * Limits the tables and views.
   *
   * @param wanted their names in the database; empty for all
   * @return a copy with them
   */
  public SourceOptions withTables(Set<String> wanted) {
    return new SourceOptions(packageName, module, wanted, names, baseline);
  }

  /**
   * Chooses names.
   *
   * @param chosen names in Java, under {@code book} or {@code book.isbn}
   * @return a copy with them
   */
  public SourceOptions withNames(Map<String, String> chosen) {
    return new SourceOptions(packageName, module, tables, chosen, baseline);
  }

  /**
   * Leaves out the first migration.
   *
   * @return a copy without it
   */
  public SourceOptions withoutBaseline() {
    return new SourceOptions(packageName, module, tables, names, false);
  }
}
