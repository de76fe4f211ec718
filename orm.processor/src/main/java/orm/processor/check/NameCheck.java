package orm.processor.check;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;
import orm.api.schema.ColumnSchema;
import orm.processor.model.Component;
import orm.processor.model.LinkPath;
import orm.processor.report.ProblemCode;
import orm.processor.report.Problems;

/** Checks the names of tables and columns. */
final class NameCheck {
  /** The length of names in PostgreSQL, which cuts longer ones. */
  private static final int LIMIT = 63;

  private final Problems problems;

  NameCheck(Problems problems) {
    this.problems = problems;
  }

  void table(String table, Element where) {
    name("table", table, where, "Name the table with @Entity(table = \"…\").");
  }

  /** Checks a name; {@code fix} says how to give another one. */
  void name(String what, String name, Element where, String fix) {
    int bytes = name.getBytes(StandardCharsets.UTF_8).length;
    String why;
    if (name.isBlank()) {
      why = "it has no name";
    } else if (name.chars().anyMatch(Character::isISOControl)) {
      why = "its name holds a control character";
    } else if (bytes > LIMIT) {
      why = "its name has " + bytes + " bytes, and databases allow " + LIMIT;
    } else {
      return;
    }
    problems.error(
        ProblemCode.INVALID_NAME, where, "Cannot make " + what + " \"" + name + "\"", why, fix);
  }

  /** Checks the names of link tables and of their columns. */
  void links(List<LinkPath> links) {
    for (LinkPath link : links) {
      if (link.schema().isPresent()) {
        String fix = "Name it with @ManyToMany(table = \"…\").";
        name("link table", link.table(), link.element(), fix);
        for (List<String> columns : List.of(link.left(), link.right())) {
          for (String column : columns) {
            String named = "Name it with columns or targetColumns of @ManyToMany.";
            name("link column", column, link.element(), named);
          }
        }
      }
    }
  }

  /** Checks names of columns, and that no two are the same to a database. */
  void columns(List<Component> components, @Nullable String discriminator, Element record) {
    Map<String, String> owners = new HashMap<>();
    if (discriminator != null) {
      name("column", discriminator, record, "Name it with @Entity(discriminator = \"…\").");
      owners.put(discriminator.toLowerCase(Locale.ROOT), "the discriminator");
    }
    for (Component component : components) {
      for (ColumnSchema column : component.columns()) {
        name("column", column.name(), component.element(), fix(component));
        if (column.sequence() != null && column.origin() == ColumnSchema.Origin.SEQUENCE) {
          String fix = "Name the sequence with @Generated(sequence = \"…\").";
          name("sequence", column.sequence(), component.element(), fix);
        }
        if (column.type().name() != null && !column.type().labels().isEmpty()) {
          String fix = "Name the type with @NativeEnum(\"…\").";
          name("enum type", column.type().name(), component.element(), fix);
        }
        String key = column.name().toLowerCase(Locale.ROOT);
        String owner = owners.putIfAbsent(key, column.component());
        if (owner != null) {
          problems.error(
              ProblemCode.DUPLICATE_COLUMN,
              component.element(),
              "Cannot make column \"" + column.name() + "\" for " + column.component(),
              "it is the column of " + owner,
              fix(component));
        }
      }
    }
  }

  private static String fix(Component component) {
    if (component instanceof Component.Embedded) {
      return "Begin the names of its columns with @Embedded(prefix = \"…\").";
    }
    return component.columns().size() > 1
        ? "Rename the component."
        : "Name the column with @Column(\"…\").";
  }
}
