package orm.dialect.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import orm.api.catalog.CatalogColumn;
import orm.api.catalog.CatalogColumn.Generation;
import orm.api.catalog.TableChange;

/** The statements that alter one column, in an order in which each one finds what it needs. */
final class ColumnAlteration {
  private final PostgresDefinitions definitions;
  private final TableChange.AlterColumn change;
  private final CatalogColumn before;
  private final CatalogColumn after;
  private final String table;
  private final String column;
  private final List<String> statements = new ArrayList<>();

  ColumnAlteration(PostgresDefinitions definitions, TableChange.AlterColumn change) {
    this.definitions = definitions;
    this.change = change;
    this.before = change.before();
    this.after = change.after();
    this.table = definitions.quote(change.object());
    this.column = definitions.quote(after.name());
  }

  List<String> statements() {
    boolean wasIdentity = isIdentity(before);
    boolean isIdentity = isIdentity(after);
    String wasDefault = defaultOf(before);
    String isDefault = defaultOf(after);
    if (before.generation() == Generation.VIRTUAL) {
      materialize();
    } else if (before.generation() == Generation.STORED) {
      alter("DROP EXPRESSION");
    }
    if (wasIdentity && !isIdentity) {
      alter("DROP IDENTITY");
    }
    boolean changesDefault = !Objects.equals(wasDefault, isDefault) || change.changesType();
    if (changesDefault && wasDefault != null) {
      alter("DROP DEFAULT"); // the server cannot cast every default to the new type
    }
    if (change.changesType()) {
      alter("TYPE " + after.type() + definitions.collation(after.collation()) + " USING "
          + TypeConversion.expression(column, before.type(), after.type()));
    }
    if (changesDefault && isDefault != null) {
      alter("SET DEFAULT " + isDefault);
    }
    if (before.nullable() != after.nullable()) {
      alter(after.nullable() ? "DROP NOT NULL" : "SET NOT NULL");
    }
    if (isIdentity) {
      String kind = after.generation() == Generation.IDENTITY_ALWAYS ? "ALWAYS" : "BY DEFAULT";
      if (!wasIdentity) {
        alter("ADD GENERATED " + kind + " AS IDENTITY");
        statements.add(
            "SELECT setval(pg_get_serial_sequence(" + PostgresSchema.literal(table) + ", "
                + PostgresSchema.literal(after.name()) + "), coalesce(max(" + column
                + "), 0) + 1, false) FROM " + table);
      } else if (before.generation() != after.generation()) {
        alter("SET GENERATED " + kind);
      }
    }
    return statements;
  }

  private static boolean isIdentity(CatalogColumn column) {
    return switch (column.generation()) {
      case IDENTITY_ALWAYS, IDENTITY_BY_DEFAULT, AUTOINCREMENT -> true;
      case NONE, STORED, VIRTUAL -> false;
    };
  }

  private static @Nullable String defaultOf(CatalogColumn column) {
    return column.generation() == Generation.NONE ? column.sql() : null;
  }

  /** A column without stored values cannot begin to store them. */
  private void materialize() {
    String spare =
        definitions.quote("orm_swap_" + Integer.toHexString(after.name().hashCode()));
    statements.add("ALTER TABLE " + table + " ADD COLUMN " + spare + " " + before.type()
        + definitions.collation(before.collation()));
    statements.add("UPDATE " + table + " SET " + spare + " = " + column);
    statements.add("ALTER TABLE " + table + " DROP COLUMN " + column);
    statements.add("ALTER TABLE " + table + " RENAME COLUMN " + spare + " TO " + column);
    if (!before.nullable()) {
      alter("SET NOT NULL");
    }
  }

  private void alter(String action) {
    statements.add("ALTER TABLE " + table + " ALTER COLUMN " + column + " " + action);
  }
}
