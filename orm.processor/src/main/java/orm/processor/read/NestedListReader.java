package orm.processor.read;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.RecordComponentElement;
import orm.api.annotation.Limit;
import orm.api.annotation.Load;
import orm.api.annotation.LoadStrategy;
import orm.api.annotation.OrderBy;
import orm.processor.model.Component;
import orm.processor.model.Fetch;
import orm.processor.model.ValueType;
import orm.processor.report.ProblemCode;

/** Reads how the rows of a nested list are sorted and cut. */
final class NestedListReader {
  private final Round round;
  private final EntityFaces faces;
  private final RecordComponentElement component;

  NestedListReader(Round round, EntityFaces faces, RecordComponentElement component) {
    this.round = round;
    this.faces = faces;
    this.component = component;
  }

  /** Refuses what belongs to nested lists only. */
  void refuse() {
    for (Class<? extends Annotation> annotation : List.of(Limit.class, Load.class, OrderBy.class)) {
      if (Annotations.has(component, annotation)) {
        round.cannotMap(
            ProblemCode.INVALID_NESTED_LIST,
            component,
            "it holds no nested list",
            "Remove @" + annotation.getSimpleName() + ".");
      }
    }
  }

  /** How many rows there are at most; 0 for all. */
  int limit() {
    Limit limit = component.getAnnotation(Limit.class);
    if (limit != null && limit.value() < 1) {
      round.cannotMap(
          ProblemCode.INVALID_NESTED_LIST,
          component,
          "its limit " + limit.value() + " leaves no element",
          "Use at least 1, or remove @Limit.");
    }
    return limit == null ? 0 : limit.value();
  }

  /** How the rows are read. */
  LoadStrategy strategy() {
    Load load = component.getAnnotation(Load.class);
    return load == null ? LoadStrategy.KEYS : load.value();
  }

  /** How the rows of an entity are sorted. */
  List<Fetch.Sort> order(EntityFace rows) {
    List<Fetch.Sort> order = new ArrayList<>();
    OrderBy annotation = component.getAnnotation(OrderBy.class);
    if (annotation != null) {
      for (String key : annotation.value().split(",", -1)) {
        sort(key.strip(), rows).ifPresent(order::add);
      }
    }
    return order;
  }

  private Optional<Fetch.Sort> sort(String key, EntityFace rows) {
    String[] words = key.split("\\s+");
    boolean descending = words.length == 2 && words[1].equals("desc");
    if (key.isEmpty()
        || words.length > 2
        || (words.length == 2 && !descending && !words[1].equals("asc"))) {
      round.cannotMap(
          ProblemCode.INVALID_NESTED_LIST,
          component,
          "\"" + key + "\" is no sort key",
          "Write it as \"name\" or \"name desc\", with commas between several.");
      return Optional.empty();
    }
    Optional<Way> way = new PathReader(round, faces, rows, component).read(words[0]);
    if (way.isEmpty()) {
      return Optional.empty();
    }
    Optional<Component> last = way.get().end().filter(NestedListReader::hasOrder);
    if (way.get().toRows() != null || last.isEmpty()) {
      round.cannotMap(
          ProblemCode.INVALID_NESTED_LIST,
          component,
          rows.name().simpleName() + "." + words[0] + " has no order",
          "Sort by a text, a number, a time or a key.");
      return Optional.empty();
    }
    List<Fetch.Step> steps = new ArrayList<>(way.get().steps());
    steps.add(new Fetch.Step(last.get().name(), false));
    return Optional.of(new Fetch.Sort(steps, descending));
  }

  private static boolean hasOrder(Component component) {
    return component instanceof Component.Value value
        && value.value() instanceof ValueType.Scalar scalar
        && switch (scalar.type().columnClass()) {
          case TEXT, NUMBER, COMPARABLE, TIME -> true;
          default -> false;
        };
  }
}
