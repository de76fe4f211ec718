package orm.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import orm.processor.model.Component;
import orm.processor.model.JavaName;

/**
 * What paths can begin with at an entity.
 *
 * @param element the entity
 * @param name its name
 * @param components its components
 * @param toMany the entities that its to-many paths lead to, by the names of the paths
 */
record EntityFace(
    TypeElement element, JavaName name, List<Component> components, Map<String, JavaName> toMany) {

  Optional<Component> component(String wanted) {
    return components.stream().filter(it -> it.name().equals(wanted)).findFirst();
  }

  boolean knows(String wanted) {
    return component(wanted).isPresent() || toMany.containsKey(wanted);
  }

  List<String> names() {
    List<String> names = new ArrayList<>();
    components.forEach(component -> names.add(component.name()));
    names.addAll(toMany.keySet());
    return names;
  }
}
