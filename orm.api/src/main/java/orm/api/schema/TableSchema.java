package orm.api.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The definition of one table. Immutable and safe for use by several threads.
 *
 * <p>The text form has one line per part, in this order, and is the same for equal schemas:
 *
 * <pre>{@code
 * table book
 * column id bigint identity
 * column isbn text(20)
 * column published date null
 * column author_id bigint
 * column version bigint version
 * primary key (id)
 * unique book_isbn_key (isbn)
 * reference author (author_id) -> author (id) on delete cascade
 * index book_published_idx (published desc)
 * check book_isbn_check "{isbn} <> ''"
 * link tags book_tag (book_id bigint) -> book (id), (tag_id bigint) -> tag (id)
 * }</pre>
 *
 * @param name the logical name
 * @param renamedFrom the logical name that it had before; null if it was never renamed
 * @param columns the columns in order, which is the order of binding and reading
 * @param primaryKey the logical names of the key columns, in schema order
 * @param uniques the unique constraints
 * @param foreignKeys the references
 * @param indexes the indexes
 * @param checks the check constraints
 * @param discriminator the column that tells the subtypes of a sealed hierarchy apart; null for
 *     none
 * @param links the link tables that belong to it
 */
public record TableSchema(
    String name,
    @Nullable String renamedFrom,
    List<ColumnSchema> columns,
    List<String> primaryKey,
    List<UniqueSchema> uniques,
    List<ForeignKeySchema> foreignKeys,
    List<IndexSchema> indexes,
    List<CheckSchema> checks,
    @Nullable String discriminator,
    List<LinkSchema> links) {

  /**
   * Copies the lists and checks that every name that is used is defined.
   *
   * @param name the logical name
   * @param renamedFrom the logical name that it had before; null if it was never renamed
   * @param columns the columns in order, which is the order of binding and reading
   * @param primaryKey the logical names of the key columns, in schema order
   * @param uniques the unique constraints
   * @param foreignKeys the references
   * @param indexes the indexes
   * @param checks the check constraints
   * @param discriminator the column that tells the subtypes of a sealed hierarchy apart; null for
   *     none
   * @param links the link tables that belong to it
   */
  public TableSchema {
    Objects.requireNonNull(name, "name");
    columns = List.copyOf(columns);
    primaryKey = List.copyOf(primaryKey);
    uniques = List.copyOf(uniques);
    foreignKeys = List.copyOf(foreignKeys);
    indexes = List.copyOf(indexes);
    checks = List.copyOf(checks);
    links = List.copyOf(links);
    if (columns.isEmpty() || primaryKey.isEmpty()) {
      throw new IllegalArgumentException("table " + name + " needs columns and a primary key");
    }
    for (int i = 0; i < columns.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (columns.get(i).name().equals(columns.get(j).name())) {
          throw new IllegalArgumentException(
              "table " + name + " has two columns named " + columns.get(i).name());
        }
      }
    }
    List<ColumnSchema> known = columns;
    requireColumns(name, known, primaryKey);
    for (UniqueSchema key : uniques) {
      requireColumns(name, known, key.columns());
    }
    for (ForeignKeySchema key : foreignKeys) {
      requireColumns(name, known, key.columns());
    }
    if (discriminator != null) {
      requireColumn(name, known, discriminator);
    }
  }

  private static void requireColumns(
      String table, List<ColumnSchema> columns, List<String> wanted) {
    for (String column : wanted) {
      requireColumn(table, columns, column);
    }
  }

  private static void requireColumn(String table, List<ColumnSchema> columns, String wanted) {
    for (ColumnSchema column : columns) {
      if (column.name().equals(wanted)) {
        return;
      }
    }
    throw new IllegalArgumentException("table " + table + " has no column " + wanted);
  }

  /**
   * Reads the text form.
   *
   * @param text the text, as {@link #text()} gives it
   * @return the schema
   * @throws IllegalArgumentException if the text does not follow the format; the message names the
   *     line
   */
  public static TableSchema parse(String text) {
    return new SchemaParser(text).parse();
  }

  /** {@return the text form, lines ended by a line feed} */
  public String text() {
    return SchemaPrinter.table(this);
  }

  /** {@return the first 16 hexadecimal digits of the SHA-256 of {@link #text()} in UTF-8} */
  public String contentHash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java platform has SHA-256", impossible);
    }
  }

  /**
   * Finds a column.
   *
   * @param logicalName its logical name
   * @return the column, if there is one
   */
  public Optional<ColumnSchema> column(String logicalName) {
    int index = indexOf(logicalName);
    return index < 0 ? Optional.empty() : Optional.of(columns.get(index));
  }

  /**
   * Finds the position of a column.
   *
   * @param logicalName its logical name
   * @return the position in {@link #columns()}, or -1
   */
  public int indexOf(String logicalName) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(logicalName)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Finds a reference.
   *
   * @param component the record component that holds it
   * @return the reference, if there is one
   */
  public Optional<ForeignKeySchema> foreignKey(String component) {
    for (ForeignKeySchema key : foreignKeys) {
      if (key.component().equals(component)) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }

  /**
   * Finds the column with a role.
   *
   * @param role the role, not {@code NONE}
   * @return the column, if there is one
   */
  public Optional<ColumnSchema> columnOf(ColumnSchema.Role role) {
    for (ColumnSchema column : columns) {
      if (column.role() == role) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }
}
