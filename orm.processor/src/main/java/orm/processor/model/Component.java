package orm.processor.model;

import java.util.List;
import javax.lang.model.element.Element;
import orm.api.schema.ColumnSchema;
import orm.api.schema.ForeignKeySchema;

/** A component of a record, with the columns that hold it. */
public sealed interface Component {
  /** {@return what the record says} */
  Declared declared();

  /** {@return its columns, in the order of reading} */
  List<ColumnSchema> columns();

  /** {@return whether it is a part of the key} */
  boolean id();

  /** {@return its references, by the paths that lead to them} */
  List<ForeignKeySchema> foreignKeys();

  /** {@return its name} */
  default String name() {
    return declared().name();
  }

  /** {@return its type} */
  default JavaType type() {
    return declared().type();
  }

  /** {@return how it may be absent} */
  default Form form() {
    return declared().form();
  }

  /** {@return where it stands} */
  default Element element() {
    return declared().element();
  }

  /**
   * A component that is one column.
   *
   * @param declared what the record says
   * @param value what the column holds
   * @param column the column
   * @param id whether it is a part of the key
   */
  record Value(Declared declared, ValueType value, ColumnSchema column, boolean id)
      implements Component {
    @Override
    public List<ColumnSchema> columns() {
      return List.of(column);
    }

    @Override
    public List<ForeignKeySchema> foreignKeys() {
      return List.of();
    }
  }

  /**
   * A reference.
   *
   * @param declared what the record says
   * @param target where it leads
   * @param columns the key of the target, kept here
   * @param foreignKey the constraint
   * @param id whether it is a part of the key
   */
  record Reference(
      Declared declared,
      Target target,
      List<ColumnSchema> columns,
      ForeignKeySchema foreignKey,
      boolean id)
      implements Component {
    /** Copies the list. */
    public Reference {
      columns = List.copyOf(columns);
    }

    @Override
    public List<ForeignKeySchema> foreignKeys() {
      return List.of(foreignKey);
    }
  }

  /**
   * A record whose components are columns of this table.
   *
   * @param declared what the record says
   * @param record the embedded record
   * @param prefix what the names of its columns begin with
   * @param columns its columns under the names that they have here
   */
  record Embedded(Declared declared, RecordModel record, String prefix, List<ColumnSchema> columns)
      implements Component {
    /** Copies the list. */
    public Embedded {
      columns = List.copyOf(columns);
    }

    @Override
    public boolean id() {
      return false;
    }

    @Override
    public List<ForeignKeySchema> foreignKeys() {
      return record.components().stream()
          .flatMap(component -> component.foreignKeys().stream())
          .map(this::seenFromHere)
          .toList();
    }

    private ForeignKeySchema seenFromHere(ForeignKeySchema key) {
      return new ForeignKeySchema(
          name() + "." + key.component(),
          key.name() == null ? null : prefix + key.name(),
          key.columns().stream().map(column -> prefix + column).toList(),
          key.targetTable(),
          key.targetColumns(),
          key.onDelete(),
          key.onUpdate(),
          key.deferrable(),
          key.deferred());
    }
  }
}
