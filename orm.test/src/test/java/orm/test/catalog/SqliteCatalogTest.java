package orm.test.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.Assertions;
import orm.api.catalog.Catalog;
import orm.test.database.DatabaseKind;
import orm.test.database.EachDatabase;
import orm.test.database.Only;
import orm.test.database.TestDatabase;

/** What is found in a file of SQLite. */
class SqliteCatalogTest {
  private static final String OWN_SQL = "the schema is written in SQLite's SQL";

  @EachDatabase
  @Only(value = DatabaseKind.SQLITE, because = OWN_SQL)
  void everythingIsFoundOrListed(TestDatabase test) throws SQLException {
    try (Catalogs catalogs = Catalogs.of(test)) {
      catalogs.run(
          """
          CREATE TABLE author ( -- who wrote
            id INTEGER PRIMARY KEY AUTOINCREMENT, -- the key
            name TEXT NOT NULL COLLATE NOCASE DEFAULT 'no''body',
            -- as the passport
            -- says
            country TEXT CONSTRAINT known CHECK (country IN ('NL', 'DE')),
            since TEXT DEFAULT (date('now')) /* a guess */,
            CONSTRAINT author_name UNIQUE (name, country)
          ) STRICT""",
          """
          CREATE TABLE book (
            isbn TEXT NOT NULL,
            edition INTEGER NOT NULL DEFAULT -1,
            author INTEGER CONSTRAINT written_by REFERENCES author ON DELETE CASCADE
              DEFERRABLE INITIALLY DEFERRED,
            sequel_isbn TEXT, sequel_edition INTEGER,
            price NUMERIC(10, 2) CHECK (price >= 0),
            gross REAL GENERATED ALWAYS AS (price * 1.21) STORED,
            net REAL AS (price) VIRTUAL,
            PRIMARY KEY (edition, isbn),
            CONSTRAINT sequel FOREIGN KEY (sequel_isbn, sequel_edition)
              REFERENCES Book (ISBN, edition) ON UPDATE SET NULL ON DELETE SET DEFAULT,
            CONSTRAINT cheap CHECK (price < 100 OR gross IS NULL)
          ) WITHOUT ROWID""",
          "CREATE TABLE plain (a, b VARCHAR (20) UNIQUE ON CONFLICT REPLACE, \"PRIMARY\" ANY)",
          "CREATE INDEX book_price ON book (price DESC, isbn COLLATE NOCASE) WHERE price > 0",
          "CREATE UNIQUE INDEX author_lower ON author (lower(name), substr(name, 1, 2) COLLATE RTRIM"
              + " DESC)",
          "CREATE INDEX author_id ON author (id)",
          "CREATE VIEW a_last (x) AS SELECT n FROM z_first WHERE n > 1",
          "CREATE VIEW z_first AS SELECT edition AS n, price FROM book",
          "CREATE VIEW lost AS SELECT 1 AS one",
          """
          CREATE TRIGGER book_gone AFTER DELETE ON book BEGIN
            UPDATE author SET since = NULL; SELECT 1;
          END""",
          "CREATE TRIGGER z_new INSTEAD OF INSERT ON z_first BEGIN SELECT 2; END",
          "CREATE VIRTUAL TABLE words USING fts5(word)",
          "INSERT INTO author (name) VALUES ('a')", // makes sqlite_sequence
          "ANALYZE");
      assertEquals(
          """
          table author STRICT -- who wrote
            id INTEGER NOT NULL AUTOINCREMENT -- the key
            name TEXT COLLATE NOCASE NOT NULL DEFAULT 'no''body'
            country TEXT -- as the passport says
            since TEXT DEFAULT date('now') -- a guess
            PRIMARY KEY [id]
            UNIQUE author_name [name, country]
            CHECK known: country IN ('NL', 'DE')
            INDEX author_id btree[id NULLS FIRST]
            UNIQUE INDEX author_lower btree[(lower(name)) NULLS FIRST, (substr(name, 1, 2)) COLLATE RTRIM DESC]
          table book WITHOUT ROWID
            isbn TEXT NOT NULL
            edition INTEGER NOT NULL DEFAULT -1
            author INTEGER
            sequel_isbn TEXT
            sequel_edition INTEGER
            price NUMERIC(10,2)
            gross REAL STORED AS price * 1.21
            net REAL VIRTUAL AS price
            PRIMARY KEY [edition, isbn]
            FOREIGN KEY written_by [author] -> author [id] ON DELETE CASCADE DEFERRED
            FOREIGN KEY sequel [sequel_isbn, sequel_edition] -> book [isbn, edition] ON DELETE SET_DEFAULT ON UPDATE SET_NULL
            CHECK: price >= 0
            CHECK cheap: price < 100 OR gross IS NULL
            INDEX book_price btree[price DESC, isbn COLLATE NOCASE NULLS FIRST] WHERE price > 0
            TRIGGER book_gone: CREATE TRIGGER book_gone AFTER DELETE ON book BEGIN UPDATE author SET since = NULL; SELECT 1; END
          table plain
            a
            b VARCHAR(20)
            PRIMARY ANY
            UNIQUE [b]
          view z_first
            n INTEGER
            price NUMERIC(10,2)
            AS SELECT edition AS n, price FROM book
            TRIGGER z_new: CREATE TRIGGER z_new INSTEAD OF INSERT ON z_first BEGIN SELECT 2; END
          view a_last
            x INTEGER
            AS SELECT n FROM z_first WHERE n > 1
          view lost
            one
            AS SELECT 1 AS one
          other constraint detail plain: b UNIQUE ON CONFLICT REPLACE
          other virtual table words: CREATE VIRTUAL TABLE words USING fts5(word)
          """, catalogs.print());
    }
  }
}
