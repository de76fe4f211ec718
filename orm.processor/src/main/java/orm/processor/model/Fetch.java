package orm.processor.model;

import java.util.List;
import java.util.Optional;
import orm.api.annotation.LoadStrategy;

/** Where a component of a projection comes from, seen from the root. */
public sealed interface Fetch {
  /**
   * One step from a table.
   *
   * @param name the member of the generated class
   * @param call whether it is a method, which leads to another table
   */
  record Step(String name, boolean call) {}

  /**
   * A column, or a row that is there at most once.
   *
   * @param steps the way from the root; none for the root itself
   * @param projection the projection that is made of the row; empty for a column or whole entity
   */
  record One(List<Step> steps, Optional<JavaName> projection) implements Fetch {
    /** Copies the list. */
    public One {
      steps = List.copyOf(steps);
    }
  }

  /**
   * A nested list.
   *
   * @param steps the way from the root to the rows
   * @param entity what the rows are
   * @param inside the way from such a row to the element; none for the row itself
   * @param projection the projection that is made of the element, if any
   * @param order how the rows are sorted
   * @param limit how many rows there are at most; 0 for all
   * @param strategy how they are read
   */
  record Many(
      List<Step> steps,
      JavaName entity,
      List<Step> inside,
      Optional<JavaName> projection,
      List<Sort> order,
      int limit,
      LoadStrategy strategy)
      implements Fetch {
    /** Copies the lists. */
    public Many {
      steps = List.copyOf(steps);
      inside = List.copyOf(inside);
      order = List.copyOf(order);
    }
  }

  /**
   * The number of related rows.
   *
   * @param steps the way from the root to the rows
   */
  record Count(List<Step> steps) implements Fetch {
    /** Copies the list. */
    public Count {
      steps = List.copyOf(steps);
    }
  }

  /**
   * A sort key of a nested list.
   *
   * @param steps the way from a row to a column
   * @param descending whether greater values come first
   */
  record Sort(List<Step> steps, boolean descending) {
    /** Copies the list. */
    public Sort {
      steps = List.copyOf(steps);
    }
  }
}
