package orm.processor.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;
import orm.api.schema.Naming;

/**
 * An entity that is a sealed interface of records, all in one table.
 *
 * @param name the interface
 * @param visible whether other packages see it
 * @param table the logical name of its table
 * @param renamedFrom the name that the table had before; null if it was never renamed
 * @param discriminator the column that tells the subtypes apart
 * @param subtypes the records, in the order of the interface
 * @param inverses the paths to rows that refer to it
 * @param links paths through link tables
 * @param constraints what is declared on the interface
 * @param cached how its rows are kept in memory; empty if they are not
 * @param element where it stands, for messages only
 */
public record HierarchyModel(
    JavaName name,
    boolean visible,
    String table,
    @Nullable String renamedFrom,
    String discriminator,
    List<SubtypeModel> subtypes,
    List<InversePath> inverses,
    List<LinkPath> links,
    List<Constraint> constraints,
    Optional<CachedRows> cached,
    TypeElement element) {
  /** Copies the lists. */
  public HierarchyModel {
    subtypes = List.copyOf(subtypes);
    inverses = List.copyOf(inverses);
    links = List.copyOf(links);
    constraints = List.copyOf(constraints);
  }

  /** {@return the components of all subtypes in the order of the table: common ones first} */
  public List<Component> components() {
    Map<String, Component> all = new LinkedHashMap<>();
    common().forEach(component -> all.put(component.name(), component));
    for (SubtypeModel subtype : subtypes) {
      subtype.record().components().forEach(it -> all.putIfAbsent(it.name(), it));
    }
    return List.copyOf(all.values());
  }

  /**
   * {@return what is declared on the records and on the interface; a rule becomes a check only if
   * all records that share its column have it}
   */
  public List<Constraint> allConstraints() {
    List<Constraint> all = new ArrayList<>();
    for (SubtypeModel subtype : subtypes) {
      for (Constraint constraint : subtype.record().constraints()) {
        if (!(constraint instanceof Constraint.Check check) || holdsEverywhere(check)) {
          all.add(constraint);
        }
      }
    }
    all.addAll(constraints);
    return all;
  }

  /** {@return what is declared on the interface, and on components that all records share} */
  public List<Constraint> commonConstraints() {
    List<String> names = common().stream().map(Component::name).toList();
    List<Constraint> all = new ArrayList<>(constraints);
    RecordModel first = subtypes.get(0).record();
    for (Constraint constraint : first.constraints()) {
      boolean shared = names.contains(constraint.element().getSimpleName().toString())
          && !constraint.element().equals(first.element());
      if (shared) {
        all.add(constraint);
      }
    }
    return all;
  }

  private boolean holdsEverywhere(Constraint.Check check) {
    String component = check.component();
    if (check.rule() == null || component == null) {
      return true;
    }
    String owner = component.split("\\.", 2)[0];
    return subtypes.stream()
        .filter(subtype -> subtype.record().component(owner).isPresent())
        .allMatch(subtype -> subtype.record().constraints().stream().anyMatch(check::isLike));
  }

  /** {@return the key, which is the same in every subtype} */
  public KeyModel key() {
    return KeyModel.of(name, subtypes.get(0).record().ids());
  }

  /** {@return the components that every subtype has} */
  public List<Component> common() {
    List<Component> common = new ArrayList<>();
    for (Component component : subtypes.get(0).record().components()) {
      if (labels(component.name()).size() == subtypes.size()) {
        common.add(component);
      }
    }
    return common;
  }

  /**
   * Lists the subtypes that have a component.
   *
   * @param component its name
   * @return their discriminator values
   */
  public List<String> labels(String component) {
    return subtypes.stream()
        .filter(subtype -> subtype.record().component(component).isPresent())
        .map(SubtypeModel::label)
        .toList();
  }

  /** {@return the name of the field of the discriminator} */
  public String discriminatorField() {
    return Naming.CAMEL_CASE.apply(discriminator);
  }
}
