package orm.processor.model;

import java.util.ArrayList;
import java.util.List;
import orm.api.schema.ColumnSchema;
import orm.api.schema.ColumnType;

/**
 * The key of an entity.
 *
 * @param entity the entity
 * @param parts its components, in order
 */
public record KeyModel(JavaName entity, List<Part> parts) {
  /** Copies the list. */
  public KeyModel {
    parts = List.copyOf(parts);
  }

  /**
   * Makes the key of an entity from its components.
   *
   * @param entity the entity
   * @param ids the components of its key
   * @return the key
   */
  public static KeyModel of(JavaName entity, List<Component> ids) {
    List<Part> parts = new ArrayList<>();
    for (Component id : ids) {
      if (id instanceof Component.Value value) {
        parts.add(new Single(value.name(), value.value(), column(value.column())));
      } else if (id instanceof Component.Reference reference) {
        List<Column> columns =
            reference.columns().stream().map(KeyModel::column).toList();
        parts.add(new Leading(reference.name(), reference.target(), columns));
      }
    }
    return new KeyModel(entity, parts);
  }

  private static Column column(ColumnSchema column) {
    return new Column(column.name(), column.component(), column.type());
  }

  /** {@return whether it has several components, so that there is a record for it} */
  public boolean composite() {
    return parts.size() > 1;
  }

  /** {@return its columns, in schema order} */
  public List<Column> columns() {
    return parts.stream().flatMap(part -> part.columns().stream()).toList();
  }

  /** {@return its Java type: the generated record, or the type of the single component} */
  public JavaType type() {
    return composite()
        ? JavaType.of(entity.generated().nested("Key"))
        : parts.get(0).boxed();
  }

  /**
   * A column of the key.
   *
   * @param name its logical name
   * @param component what it holds, for one of several columns of a reference
   * @param type its type
   */
  public record Column(String name, String component, ColumnType type) {}

  /** A component of the key. */
  public sealed interface Part {
    /** {@return its name} */
    String name();

    /** {@return its columns} */
    List<Column> columns();

    /** {@return its raw value, boxed} */
    JavaType boxed();

    /** {@return its raw value, as a primitive where there is one} */
    JavaType unboxed();
  }

  /**
   * A component of one column.
   *
   * @param name its name
   * @param value what it holds
   * @param column its column
   */
  public record Single(String name, ValueType value, Column column) implements Part {
    @Override
    public List<Column> columns() {
      return List.of(column);
    }

    @Override
    public JavaType boxed() {
      return value.boxed();
    }

    @Override
    public JavaType unboxed() {
      return value instanceof ValueType.Scalar scalar ? scalar.type().unboxed() : value.boxed();
    }
  }

  /**
   * A reference as part of the key.
   *
   * @param name its name
   * @param target where it leads
   * @param columns its columns
   */
  public record Leading(String name, Target target, List<Column> columns) implements Part {
    /** Copies the list. */
    public Leading {
      columns = List.copyOf(columns);
    }

    @Override
    public JavaType boxed() {
      return target.key().type();
    }

    @Override
    public JavaType unboxed() {
      KeyModel key = target.key();
      return key.composite() ? key.type() : key.parts().get(0).unboxed();
    }
  }
}
