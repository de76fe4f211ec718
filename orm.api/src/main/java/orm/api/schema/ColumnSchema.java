package orm.api.schema;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One column of a table. Immutable.
 *
 * @param name the logical name
 * @param component the record component that it holds, with dots inside embedded records:
 *     {@code size.width}
 * @param type the type of its values
 * @param nullable whether it may be null in the rows that have it
 * @param origin who makes its value on insert
 * @param sequence the sequence of a column of {@link Origin#SEQUENCE}, or the name of the generator
 *     of one of {@link Origin#GENERATOR}; else null
 * @param defaultSql the default as SQL text, with {@code {component}} for other columns; null for
 *     none
 * @param role what the engine does with it on each write
 * @param sensitive whether its values are masked in logs
 * @param subtypes the discriminator values of the subtypes that have this column; empty for all
 * @param renamedFrom the logical name that it had before; null if it was never renamed
 */
public record ColumnSchema(
    String name,
    String component,
    ColumnType type,
    boolean nullable,
    Origin origin,
    @Nullable String sequence,
    @Nullable String defaultSql,
    Role role,
    boolean sensitive,
    List<String> subtypes,
    @Nullable String renamedFrom) {

  /** Who makes the value of a column when a row is inserted. */
  public enum Origin {
    /** The program. */
    GIVEN,
    /** The database, counting up for each row of the table. */
    IDENTITY,
    /** The database, from a named sequence. */
    SEQUENCE,
    /** The database, from the column's default. */
    DEFAULT,
    /** The engine, as a UUID of version 7, where the program gave none. */
    UUID,
    /** A generator of the user's, by its name, where the program gave none. */
    GENERATOR
  }

  /** What the engine does with a column on each write. */
  public enum Role {
    /** Nothing. */
    NONE,
    /** Counts the updates and refuses one that was made from an older row. */
    VERSION,
    /** Holds the time of the insert. */
    CREATED_AT,
    /** Holds the time of the last insert or update. */
    UPDATED_AT,
    /** Tells who inserted the row. */
    CREATED_BY,
    /** Tells who inserted or updated the row last. */
    UPDATED_BY,
    /** Tells that the row counts as deleted, and may hold the time of that. */
    DELETED
  }

  /**
   * Checks that the parts are there and copies the list.
   *
   * @param name the logical name
   * @param component the record component that it holds, with dots inside embedded records:
   *     {@code size.width}
   * @param type the type of its values
   * @param nullable whether it may be null in the rows that have it
   * @param origin who makes its value on insert
   * @param sequence the sequence of a column of {@link Origin#SEQUENCE}, or the name of the
   *     generator of one of {@link Origin#GENERATOR}; else null
   * @param defaultSql the default as SQL text, with {@code {component}} for other columns; null for
   *     none
   * @param role what the engine does with it on each write
   * @param sensitive whether its values are masked in logs
   * @param subtypes the discriminator values of the subtypes that have this column; empty for all
   * @param renamedFrom the logical name that it had before; null if it was never renamed
   */
  public ColumnSchema {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(component, "component");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(role, "role");
    subtypes = List.copyOf(subtypes);
    boolean named = origin == Origin.SEQUENCE || origin == Origin.GENERATOR;
    if (named != (sequence != null)) {
      throw new IllegalArgumentException(
          "a sequence or generator belongs to a column of that origin: " + name);
    }
  }

  /**
   * Makes an ordinary column.
   *
   * @param name the logical name
   * @param component the record component
   * @param type the type
   * @param nullable whether it may be null in the rows that have it
   * @return a column that the program fills
   */
  public static ColumnSchema of(String name, String component, ColumnType type, boolean nullable) {
    return new ColumnSchema(
        name,
        component,
        type,
        nullable,
        Origin.GIVEN,
        null,
        null,
        Role.NONE,
        false,
        List.of(),
        null);
  }

  /** {@return whether the database makes the value on insert, so that an insert reads it back} */
  public boolean madeByDatabase() {
    return origin == Origin.IDENTITY || origin == Origin.SEQUENCE || origin == Origin.DEFAULT;
  }
}
