package orm.api.catalog;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One change of the objects of a database. Changes come in lists, and each one names things as they
 * are named when its turn comes: after a table was renamed, the changes that follow use the new
 * name. All are immutable and safe for use by several threads.
 *
 * @see TableChange
 */
public sealed interface SchemaChange
    permits TableChange,
        SchemaChange.CreateTable,
        SchemaChange.DropTable,
        SchemaChange.RenameTable,
        SchemaChange.CreateView,
        SchemaChange.DropView,
        SchemaChange.CreateSequence,
        SchemaChange.DropSequence,
        SchemaChange.AlterSequence,
        SchemaChange.CreateEnum,
        SchemaChange.AddLabel,
        SchemaChange.RecreateEnum,
        SchemaChange.DropEnum,
        SchemaChange.CreateDomain,
        SchemaChange.AlterDomain,
        SchemaChange.DropDomain,
        SchemaChange.SetComment {
  /** {@return the object that it changes, as it is named when its turn comes} */
  ObjectName object();

  /** {@return what it takes away for good; empty where nothing is lost} */
  default Optional<ChangeLoss> loss() {
    return Optional.empty();
  }

  /**
   * {@return whether the opposite change brings back all that was there, as long as nobody wrote in
   * between}
   */
  default boolean reversible() {
    return loss().isEmpty();
  }

  /** {@return the change in a few words, for people: {@code drop table book}} */
  String text();

  /**
   * Creates a table with its columns, primary key, unique constraints and checks. Foreign keys,
   * indexes, triggers and comments are changes of their own.
   *
   * @param table the table; its lists of foreign keys, indexes and triggers are empty
   */
  record CreateTable(CatalogTable table) implements SchemaChange {
    @Override
    public ObjectName object() {
      return table.name();
    }

    @Override
    public String text() {
      return "create table " + table.name();
    }
  }

  /**
   * Drops a table and all that belongs to it.
   *
   * @param table the table
   */
  record DropTable(CatalogTable table) implements SchemaChange {
    @Override
    public ObjectName object() {
      return table.name();
    }

    @Override
    public Optional<ChangeLoss> loss() {
      return Optional.of(new ChangeLoss(ChangeLoss.Kind.ROWS, "table " + table.name()));
    }

    @Override
    public String text() {
      return "drop table " + table.name();
    }
  }

  /**
   * Renames a table. References to it follow.
   *
   * @param object the name before
   * @param to the name after, in the same schema
   */
  record RenameTable(ObjectName object, ObjectName to) implements SchemaChange {
    @Override
    public String text() {
      return "rename table " + object + " to " + to.name();
    }
  }

  /**
   * Creates a view, without its triggers and comment.
   *
   * @param view the view
   */
  record CreateView(CatalogView view) implements SchemaChange {
    @Override
    public ObjectName object() {
      return view.name();
    }

    @Override
    public String text() {
      return "create view " + view.name();
    }
  }

  /**
   * Drops a view.
   *
   * @param view the view
   */
  record DropView(CatalogView view) implements SchemaChange {
    @Override
    public ObjectName object() {
      return view.name();
    }

    @Override
    public String text() {
      return "drop view " + view.name();
    }
  }

  /**
   * Creates a sequence that no column owns yet.
   *
   * @param sequence the sequence
   */
  record CreateSequence(CatalogSequence sequence) implements SchemaChange {
    @Override
    public ObjectName object() {
      return sequence.name();
    }

    @Override
    public String text() {
      return "create sequence " + sequence.name();
    }
  }

  /**
   * Drops a sequence, where it did not go with its column.
   *
   * @param sequence the sequence
   */
  record DropSequence(CatalogSequence sequence) implements SchemaChange {
    @Override
    public ObjectName object() {
      return sequence.name();
    }

    @Override
    public Optional<ChangeLoss> loss() {
      return Optional.of(new ChangeLoss(ChangeLoss.Kind.COUNTER, "sequence " + sequence.name()));
    }

    @Override
    public String text() {
      return "drop sequence " + sequence.name();
    }
  }

  /**
   * Changes a sequence, or whom it belongs to. It goes on from its last number.
   *
   * @param before what it was
   * @param after what it becomes, of the same name
   */
  record AlterSequence(CatalogSequence before, CatalogSequence after) implements SchemaChange {
    @Override
    public ObjectName object() {
      return after.name();
    }

    @Override
    public String text() {
      return "alter sequence " + after.name();
    }
  }

  /**
   * Creates an enum type.
   *
   * @param type the type
   */
  record CreateEnum(CatalogEnum type) implements SchemaChange {
    @Override
    public ObjectName object() {
      return type.name();
    }

    @Override
    public String text() {
      return "create enum " + type.name();
    }
  }

  /**
   * Adds a label to an enum type.
   *
   * @param object the type
   * @param label the new label
   * @param before the label that it comes before; null for the end
   */
  record AddLabel(ObjectName object, String label, @Nullable String before)
      implements SchemaChange {
    @Override
    public String text() {
      return "add label '" + label + "' to enum " + object;
    }
  }

  /**
   * Gives an enum type other labels. Rows with a label that is gone make it fail.
   *
   * @param before what it was
   * @param after what it becomes, of the same name
   */
  record RecreateEnum(CatalogEnum before, CatalogEnum after) implements SchemaChange {
    @Override
    public ObjectName object() {
      return after.name();
    }

    /** {@return the labels that are gone} */
    public List<String> removed() {
      return before.labels().stream()
          .filter(label -> !after.labels().contains(label))
          .toList();
    }

    @Override
    public String text() {
      List<String> removed = removed();
      return removed.isEmpty()
          ? "reorder enum " + after.name()
          : "remove labels " + removed + " from enum " + after.name();
    }
  }

  /**
   * Drops an enum type.
   *
   * @param type the type
   */
  record DropEnum(CatalogEnum type) implements SchemaChange {
    @Override
    public ObjectName object() {
      return type.name();
    }

    @Override
    public String text() {
      return "drop enum " + type.name();
    }
  }

  /**
   * Creates a domain.
   *
   * @param domain the domain
   */
  record CreateDomain(CatalogDomain domain) implements SchemaChange {
    @Override
    public ObjectName object() {
      return domain.name();
    }

    @Override
    public String text() {
      return "create domain " + domain.name();
    }
  }

  /**
   * Changes a domain. Values that do not fit make it fail.
   *
   * @param before what it was
   * @param after what it becomes, of the same name
   */
  record AlterDomain(CatalogDomain before, CatalogDomain after) implements SchemaChange {
    @Override
    public ObjectName object() {
      return after.name();
    }

    @Override
    public String text() {
      return "alter domain " + after.name();
    }
  }

  /**
   * Drops a domain.
   *
   * @param domain the domain
   */
  record DropDomain(CatalogDomain domain) implements SchemaChange {
    @Override
    public ObjectName object() {
      return domain.name();
    }

    @Override
    public String text() {
      return "drop domain " + domain.name();
    }
  }

  /**
   * Changes a comment.
   *
   * @param kind what has it
   * @param object the object that has it; the table for a column or index
   * @param part the column or index; null for others
   * @param before the comment before; null for none
   * @param after the comment after; null for none
   */
  record SetComment(
      Kind kind,
      ObjectName object,
      @Nullable String part,
      @Nullable String before,
      @Nullable String after)
      implements SchemaChange {

    /** What has a comment. */
    public enum Kind {
      /** A table. */
      TABLE,
      /** A column of a table. */
      COLUMN,
      /** An index. */
      INDEX,
      /** A view. */
      VIEW,
      /** A materialized view. */
      MATERIALIZED_VIEW,
      /** An enum type. */
      ENUM,
      /** A domain. */
      DOMAIN
    }

    @Override
    public String text() {
      return "comment on " + object + (part == null ? "" : "." + part);
    }
  }
}
