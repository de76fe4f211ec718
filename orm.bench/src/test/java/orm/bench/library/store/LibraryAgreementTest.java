package orm.bench.library.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import orm.api.Database;
import orm.bench.store.Access;
import orm.bench.store.Contestant;

/** The contestants do the same work. PostgreSQL is checked before each measurement. */
class LibraryAgreementTest {
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"RULES", "WATCHED", "KEPT"}) // those are of books alone
  void everyContestantReturnsTheSameOnSqlite(Contestant contestant) {
    try (LibraryStore store = LibraryGround.inMemory(contestant)) {
      LibraryAgreement.check(store);
    }
  }

  @Test
  void tablesDifferInThePriceOnly() {
    try (Database db = Access.orm(Access.SQLITE_MEMORY)) {
      assertEquals(
          db.schema().createStatements(LibraryGround.TABLES).stream()
              .map(sql -> sql.replaceFirst("`price` INTEGER.*", "`price` TEXT NOT NULL,"))
              .toList(),
          LibrarySql.SQLITE_TABLES);
    }
  }
}
