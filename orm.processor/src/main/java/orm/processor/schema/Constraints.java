package orm.processor.schema;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import orm.api.schema.CheckSchema;
import orm.api.schema.IndexSchema;
import orm.api.schema.UniqueSchema;
import orm.processor.model.Constraint;
import orm.processor.model.SqlHoles;

/** Gives declared constraints and indexes their columns and names. */
public final class Constraints {
  /** The bytes of a name that every database keeps. */
  private static final int LONGEST = 63;

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
    } else if (constraint instanceof Constraint.FullText text) {
      parts.addAll(columns.ofAll(text.components()));
      parts.add("text");
    } else if (constraint instanceof Constraint.Check check) {
      List<String> components =
          check.component() == null ? SqlHoles.in(check.sql()) : List.of(check.component());
      parts.addAll(columns.ofAll(components));
      parts.add(check.rule() == null ? "check" : check.rule());
      if (check.rule() != null) {
        return shortened(String.join("_", parts)); // nobody can name it
      }
    }
    return String.join("_", parts);
  }

  private static String shortened(String name) {
    if (name.getBytes(StandardCharsets.UTF_8).length <= LONGEST) {
      return name;
    }
    String hash = String.format("_%08x", name.hashCode());
    int end = name.length();
    while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length
        > LONGEST - hash.length()) {
      end = name.offsetByCodePoints(end, -1);
    }
    return name.substring(0, end) + hash;
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
    if (constraint instanceof Constraint.FullText text) {
      return fullText(text);
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

  IndexSchema fullText(Constraint.FullText text) {
    List<IndexSchema.Part> parts = columns.ofAll(text.components()).stream()
        .map(column -> new IndexSchema.Part(column, null, false))
        .toList();
    return new IndexSchema(name(text), parts, false, null, text.language());
  }

  CheckSchema check(Constraint.Check check) {
    return new CheckSchema(name(check), check.sql());
  }
}
