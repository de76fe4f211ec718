package orm.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;
import orm.processor.model.Component;
import orm.processor.model.Fetch;
import orm.processor.model.Form;
import orm.processor.model.JavaName;
import orm.processor.report.ProblemCode;

/**
 * Follows a path such as {@code author.name} through references, embedded records and at most one
 * to-many path.
 */
final class PathReader {
  private final Round round;
  private final EntityFaces faces;
  private final Element where;

  private @Nullable List<Fetch.Step> toRows;
  private EntityFace rows;
  private List<Fetch.Step> steps = new ArrayList<>();
  private @Nullable String absent;

  /** What the next name is looked for in: the rows themselves, or an embedded record. */
  private List<Component> holder;

  private String holderName;
  private boolean embedded;

  /**
   * Begins at an entity.
   *
   * @param where takes errors
   */
  PathReader(Round round, EntityFaces faces, EntityFace start, Element where) {
    this.round = round;
    this.faces = faces;
    this.where = where;
    this.rows = start;
    this.holder = start.components();
    this.holderName = start.name().simpleName();
  }

  /** Where a path leads; empty where it leads nowhere, which is reported. */
  Optional<Way> read(String path) {
    List<String> names = List.of(path.split("\\.", -1));
    EntityFace face = rows;
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      boolean last = i == names.size() - 1;
      Optional<Component> component =
          holder.stream().filter(it -> it.name().equals(name)).findFirst();
      JavaName many = embedded ? null : face.toMany().get(name);
      Optional<EntityFace> next;
      if (component.isPresent()) {
        if (last) {
          return Optional.of(end(component.get()));
        }
        if (component.get() instanceof Component.Embedded record) {
          enter(record);
          continue;
        }
        if (!(component.get() instanceof Component.Reference reference)) {
          unknown(names.get(i + 1), holderName + "." + name + " is a value without parts", "");
          return Optional.empty();
        }
        follow(reference);
        next = faces.of(reference.target().entity());
      } else if (many != null) {
        if (toRows != null) {
          round.cannotMap(
              ProblemCode.UNKNOWN_PATH,
              where,
              "its path passes many rows twice, at " + holderName + "." + name,
              "Nest a projection with a list in a list of projections.");
          return Optional.empty();
        }
        steps.add(new Fetch.Step(name, true));
        next = faces.of(many);
        toRows = steps;
        absent = null;
        steps = new ArrayList<>();
      } else {
        unknown(
            name,
            holderName + " has no " + (name.isEmpty() ? "component without a name" : name),
            Candidates.like(name, known(face)));
        return Optional.empty();
      }
      if (next.isEmpty()) {
        return Optional.empty(); // said at the entity
      }
      face = next.get();
      stand(face, many != null && component.isEmpty());
    }
    return Optional.of(new Way(toRows, rows, steps, Optional.empty(), absent));
  }

  private List<String> known(EntityFace face) {
    return embedded ? holder.stream().map(Component::name).toList() : face.names();
  }

  private void stand(EntityFace face, boolean list) {
    if (list) {
      rows = face;
    }
    holder = face.components();
    holderName = face.name().simpleName();
    embedded = false;
  }

  private void enter(Component.Embedded record) {
    steps.add(new Fetch.Step(record.name(), false));
    passed(record);
    holder = record.record().components();
    holderName = record.record().name().simpleName();
    embedded = true;
  }

  private void follow(Component.Reference reference) {
    steps.add(new Fetch.Step(reference.name(), true));
    passed(reference);
  }

  private Way end(Component component) {
    passed(component);
    return new Way(toRows, rows, steps, Optional.of(component), absent);
  }

  /** A to-many path behind something absent leads to no rows, which is nothing to declare. */
  private void passed(Component component) {
    boolean mayBeAbsent = component instanceof Component.Embedded
        ? component.form() != Form.REQUIRED
        : component.columns().get(0).nullable();
    if (mayBeAbsent && absent == null) {
      absent = holderName + "." + component.name();
    }
  }

  private void unknown(String name, String why, String candidates) {
    round.cannotMap(
        ProblemCode.UNKNOWN_PATH,
        where,
        why,
        candidates.isEmpty()
            ? "Remove ." + name + " from the path."
            : "Use one of these, with @Path if it has another name: " + candidates + ".");
  }
}
