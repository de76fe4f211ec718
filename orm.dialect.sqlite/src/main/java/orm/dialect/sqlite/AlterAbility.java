package orm.dialect.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Whether this SQLite adds and drops checks and changes nullability in place. It is tried out and
 * not read from the version: builds differ.
 */
final class AlterAbility {
  private AlterAbility() {}

  static boolean ofConstraints(Connection scratch) {
    try (Statement statement = scratch.createStatement()) {
      statement.execute("CREATE TABLE orm_probe (a INT)");
      statement.execute("ALTER TABLE orm_probe ADD CONSTRAINT positive CHECK (a > 0)");
      statement.execute("ALTER TABLE orm_probe DROP CONSTRAINT positive");
      statement.execute("ALTER TABLE orm_probe ALTER COLUMN a SET NOT NULL");
      statement.execute("ALTER TABLE orm_probe ALTER COLUMN a DROP NOT NULL");
      return true;
    } catch (SQLException unknown) {
      return false;
    }
  }
}
