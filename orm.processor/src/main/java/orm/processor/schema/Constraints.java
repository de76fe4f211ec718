package orm.processor.schema;

import java.util.ArrayList;
import java.util.List;
import orm.api.schema.CheckSchema;
import orm.api.schema.IndexSchema;
import orm.api.schema.UniqueSchema;
import orm.processor.model.Constraint;
import orm.processor.model.SqlHoles;

/** Gives declared constraints and indexes their columns and names. */
public final class Constraints {
  private final String table;
  private final ComponentColumns columns;

  /**
   * Makes constraints of one table.
   *
   * @param table its logical name
   * @param columns its columns
   */
  public Constraints(String table, ComponentColumns columns) {
    this.table = table;
    this.columns = columns;
  }

  /**
   * Returns the name of a constraint: the given one, or one made of table and columns.
   *
   * @param constraint the constraint, whose components are known
   * @return the logical name
   */
  public String name(Constraint constraint) {
    String given = constraint.name();
    if (given != null) {
      return given;
    }
    List<String> parts = new ArrayList<>();
    parts.add(table);
    if (constraint instanceof Constraint.Unique unique) {
      parts.addAll(columns.ofAll(unique.components()));
      parts.add("key");
    } else if (constraint instanceof Constraint.Index index) {
      for (Constraint.Part part : index.parts()) {
        parts.addAll(
            columns.ofAll(part.expression() ? SqlHoles.in(part.text()) : List.of(part.text())));
      }
      parts.add("idx");
    } else if (constraint instanceof Constraint.Check check) {
      List<String> components =
          check.component() == null ? SqlHoles.in(check.sql()) : List.of(check.component());
      parts.addAll(columns.ofAll(components));
      parts.add("check");
    }
    return String.join("_", parts);
  }

  /**
   * Returns what a constraint becomes, which is equal for constraints that say the same.
   *
   * @param constraint the constraint, whose components are known
   * @return a part of the schema
   */
  public Object content(Constraint constraint) {
    if (constraint instanceof Constraint.Unique unique) {
      return unique(unique);
    }
    return constraint instanceof Constraint.Index index
        ? index(index)
        : check((Constraint.Check) constraint);
  }

  UniqueSchema unique(Constraint.Unique unique) {
    return new UniqueSchema(name(unique), columns.ofAll(unique.components()));
  }

  IndexSchema index(Constraint.Index index) {
    List<IndexSchema.Part> parts = new ArrayList<>();
    for (Constraint.Part part : index.parts()) {
      if (part.expression()) {
        parts.add(new IndexSchema.Part(null, part.text(), part.descending()));
      } else {
        for (String column : columns.ofAll(List.of(part.text()))) {
          parts.add(new IndexSchema.Part(column, null, part.descending()));
        }
      }
    }
    return new IndexSchema(name(index), parts, index.unique(), index.where());
  }

  CheckSchema check(Constraint.Check check) {
    return new CheckSchema(name(check), check.sql());
  }
}
