package orm.bench.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static orm.bench.book.Book_.BOOK;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import orm.api.Database;

/** The contestants do the same work. PostgreSQL is checked before each measurement. */
class AgreementTest {
  @ParameterizedTest
  @EnumSource(names = {"JDBC", "TUNED", "ORM"})
  void everyContestantReturnsTheSameOnSqlite(Contestant contestant) {
    try (SqliteGround ground = new SqliteGround();
        Store store = ground.open(contestant)) {
      Agreement.check(store);
    }
  }

  @Test
  void tablesDifferInThePriceOnly() {
    try (Database db = Access.orm(Access.SQLITE_MEMORY)) {
      assertEquals(
          db.schema().createStatements(List.of(BOOK)).stream()
              .map(sql -> sql.replaceFirst("`price` INTEGER.*", "`price` TEXT NOT NULL,"))
              .toList(),
          BookSql.SQLITE_TABLE);
    }
  }
}
