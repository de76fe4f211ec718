package orm.api.catalog;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A change inside a table that stays, or of what belongs to it. {@link #object()} is the table. */
public sealed interface TableChange extends SchemaChange {

  /**
   * Adds a column, without its comment.
   *
   * @param object the table
   * @param column the column
   */
  record AddColumn(ObjectName object, CatalogColumn column) implements TableChange {
    @Override
    public String text() {
      return "add column " + object + "." + column.name();
    }
  }

  /**
   * Drops a column.
   *
   * @param object the table
   * @param column the column
   */
  record DropColumn(ObjectName object, CatalogColumn column) implements TableChange {
    @Override
    public Optional<ChangeLoss> loss() {
      return column.computed()
          ? Optional.empty()
          : Optional.of(
              new ChangeLoss(ChangeLoss.Kind.VALUES, "column " + object + "." + column.name()));
    }

    @Override
    public String text() {
      return "drop column " + object + "." + column.name();
    }
  }

  /**
   * Renames a column. What names it follows.
   *
   * @param object the table
   * @param from the name before
   * @param to the name after
   */
  record RenameColumn(ObjectName object, String from, String to) implements TableChange {
    @Override
    public String text() {
      return "rename column " + object + "." + from + " to " + to;
    }
  }

  /**
   * Changes a column, but not its name and comment.
   *
   * @param object the table
   * @param before what it was
   * @param after what it becomes, of the same name
   * @param lossy whether values may be lost, in whole or in part, when they change their type
   */
  record AlterColumn(ObjectName object, CatalogColumn before, CatalogColumn after, boolean lossy)
      implements TableChange {
    /** {@return whether it gets another type or collation} */
    public boolean changesType() {
      return !before.type().equals(after.type())
          || !Objects.equals(before.collation(), after.collation());
    }

    /** {@return whether it becomes required} */
    public boolean becomesRequired() {
      return before.nullable() && !after.nullable();
    }

    @Override
    public Optional<ChangeLoss> loss() {
      if (!lossy) {
        return Optional.empty();
      }
      return Optional.of(
          new ChangeLoss(ChangeLoss.Kind.PRECISION, "column " + object + "." + after.name()));
    }

    @Override
    public String text() {
      StringBuilder text =
          new StringBuilder("alter column ").append(object).append('.').append(after.name());
      if (changesType()) {
        text.append(" from ").append(before.type()).append(" to ").append(after.type());
      }
      if (before.nullable() != after.nullable()) {
        text.append(after.nullable() ? ", may be null" : ", required");
      }
      if (before.generation() != after.generation()) {
        text.append(", values made by ").append(after.generation());
      }
      if (!Objects.equals(before.sql(), after.sql())) {
        text.append(after.sql() == null ? ", no default" : ", default " + after.sql());
      }
      return text.toString();
    }
  }

  /**
   * Adds a primary key.
   *
   * @param object the table
   * @param key the primary key
   */
  record AddPrimaryKey(ObjectName object, CatalogKey key) implements TableChange {
    @Override
    public String text() {
      return "add primary key " + key.columns() + " to " + object;
    }
  }

  /**
   * Drops a primary key.
   *
   * @param object the table
   * @param key the primary key
   */
  record DropPrimaryKey(ObjectName object, CatalogKey key) implements TableChange {
    @Override
    public String text() {
      return "drop primary key " + key.columns() + " of " + object;
    }
  }

  /**
   * Adds a unique constraint.
   *
   * @param object the table
   * @param key the unique constraint
   */
  record AddUnique(ObjectName object, CatalogKey key) implements TableChange {
    @Override
    public String text() {
      return "add unique constraint on " + key.columns() + " to " + object;
    }
  }

  /**
   * Drops a unique constraint.
   *
   * @param object the table
   * @param key the unique constraint
   */
  record DropUnique(ObjectName object, CatalogKey key) implements TableChange {
    @Override
    public String text() {
      return "drop unique constraint on " + key.columns() + " of " + object;
    }
  }

  /**
   * Adds a check.
   *
   * @param object the table
   * @param check the check
   */
  record AddCheck(ObjectName object, CatalogCheck check) implements TableChange {
    @Override
    public String text() {
      return "add check " + check.sql() + " to " + object;
    }
  }

  /**
   * Drops a check.
   *
   * @param object the table
   * @param check the check
   */
  record DropCheck(ObjectName object, CatalogCheck check) implements TableChange {
    @Override
    public String text() {
      return "drop check " + check.sql() + " of " + object;
    }
  }

  /**
   * Adds a foreign key.
   *
   * @param object the table
   * @param key the foreign key
   */
  record AddForeignKey(ObjectName object, CatalogForeignKey key) implements TableChange {
    @Override
    public String text() {
      return "add foreign key " + key.columns() + " to " + object;
    }
  }

  /**
   * Drops a foreign key.
   *
   * @param object the table
   * @param key the foreign key
   */
  record DropForeignKey(ObjectName object, CatalogForeignKey key) implements TableChange {
    @Override
    public String text() {
      return "drop foreign key " + key.columns() + " of " + object;
    }
  }

  /**
   * Renames a constraint.
   *
   * @param object the table
   * @param from the name before
   * @param to the name after
   */
  record RenameConstraint(ObjectName object, String from, String to) implements TableChange {
    @Override
    public String text() {
      return "rename constraint " + from + " of " + object + " to " + to;
    }
  }

  /**
   * Creates an index, without its comment.
   *
   * @param object the table
   * @param index the index
   */
  record CreateIndex(ObjectName object, CatalogIndex index) implements TableChange {
    @Override
    public String text() {
      return "create index " + index.name() + " on " + object;
    }
  }

  /**
   * Drops an index.
   *
   * @param object the table
   * @param index the index
   */
  record DropIndex(ObjectName object, CatalogIndex index) implements TableChange {
    @Override
    public String text() {
      return "drop index " + index.name();
    }
  }

  /**
   * Renames an index.
   *
   * @param object the table
   * @param from the name before
   * @param index the index with its name after
   */
  record RenameIndex(ObjectName object, String from, CatalogIndex index) implements TableChange {
    @Override
    public String text() {
      return "rename index " + from + " to " + index.name();
    }
  }

  /**
   * Creates a trigger of a table or view.
   *
   * @param object the table or view
   * @param trigger the trigger
   */
  record CreateTrigger(ObjectName object, CatalogTrigger trigger) implements TableChange {
    @Override
    public String text() {
      return "create trigger " + trigger.name();
    }
  }

  /**
   * Drops a trigger of a table or view.
   *
   * @param object the table or view
   * @param trigger the trigger
   */
  record DropTrigger(ObjectName object, CatalogTrigger trigger) implements TableChange {
    @Override
    public String text() {
      return "drop trigger " + trigger.name();
    }
  }

  /**
   * Changes the options of a table, such as {@code STRICT}.
   *
   * @param object the table
   * @param before the options before, sorted
   * @param after the options after, sorted
   */
  record SetOptions(ObjectName object, List<String> before, List<String> after)
      implements TableChange {
    /**
     * Copies the lists.
     *
     * @param object the table
     * @param before the options before, sorted
     * @param after the options after, sorted
     */
    public SetOptions {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }

    @Override
    public String text() {
      return "change options of " + object + " from " + before + " to " + after;
    }
  }
}
