package orm.test.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import orm.api.config.DatabaseSettings;
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
      assertEquals("""
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

  @EachDatabase
  @Only(value = DatabaseKind.SQLITE, because = OWN_SQL)
  void textsAreReadAsSqliteReadsThem(TestDatabase test) throws SQLException {
    try (Catalogs catalogs = Catalogs.of(test)) {
      catalogs.run(
          // comments anywhere, names in all quotes, keywords as names
          """
          CREATE /* a */ TABLE -- b
            "p" /* ( , */ ( -- c )
            [a] INT /* d */ ( /* e */ 10 ) , -- f , CHECK (1)
            `b ``` 'TEXT' -- g
            , -- h
            'c' DEFAULT(')') , "d"\"" INTEGER PRIMARY KEY DESC
            /* i */ )""",
          "CREATE TABLE abort (action, \"check\" CHECK (\"check\" <> ') CHECK (x'), generated, always,"
              + " key, conflict ON_ DEFAULT key, desc, initially DEFAULT -1.5e3,"
              + " replace DEFAULT x'0102' UNIQUE)",
          // several constraints behind a column, names without a constraint, none of the commas
          "CREATE TABLE odd (a INT CONSTRAINT x CONSTRAINT y CHECK ((a) > (0)) CHECK (a < 9) UNIQUE"
              + " NOT NULL ON CONFLICT IGNORE, b DEFAULT NULL CONSTRAINT z REFERENCES p ON DELETE SET"
              + " DEFAULT ON UPDATE NO ACTION MATCH FULL NOT NULL DEFERRABLE INITIALLY IMMEDIATE,"
              + " c DEFAULT (1) COLLATE rtrim COLLATE binary, CONSTRAINT pk PRIMARY KEY (b COLLATE"
              + " nocase, a DESC) ON CONFLICT FAIL CHECK (a > b) CONSTRAINT uc UNIQUE (c, b)"
              + " CONSTRAINT fk FOREIGN KEY (a, c) REFERENCES P (\"D\"\"\", 'c') NOT DEFERRABLE"
              + " INITIALLY DEFERRED, UNIQUE (b, c) CONSTRAINT last)",
          // defaults and types in their odd forms
          "CREATE TABLE loose (a DEFAULT abc, b DEFAULT \"a'b\", c DEFAULT true, d DEFAULT +1,"
              + " e DEFAULT current_timestamp, f DEFAULT ((1) + (2)), g UNSIGNED BIG INT(10,-5), h VARCHAR"
              + " (10), i AS (a || ')') , j GENERATED ALWAYS AS (b) STORED CHECK (j), k \"odd type\", l \"it's /*\")",
          "CREATE TABLE em\u2003space (a\u00a0b CHECK (a\u00a0b > 1))",
          "CREATE TABLE made AS SELECT 1 AS one, 'x' AS \"two (2)\"",
          "CREATE TABLE altered (a)",
          "ALTER TABLE altered ADD COLUMN b TEXT DEFAULT ',' CONSTRAINT b_ok CHECK (b <> ')')",
          "ALTER TABLE altered RENAME TO \"new (\"",
          "ALTER TABLE \"new (\" RENAME COLUMN a TO \"a ,\"",
          "ALTER TABLE \"new (\" ADD CONSTRAINT more CHECK (b <> ',')",
          "ALTER TABLE \"new (\" ALTER COLUMN b SET NOT NULL",
          "CREATE INDEX \"ix (\" ON \"new (\" (\"a ,\" COLLATE nocase ASC, (\"a ,\" COLLATE nocase),"
              + " b || ',' COLLATE binary DESC) WHERE /* ( */ (b IS NOT NULL)",
          "CREATE VIEW \"v AS\" (\"x)\", y) /* AS */ AS -- z\n SELECT 1 AS \"AS\", ';'");
      assertEquals("""
          table abort
            action
            check
            generated
            always
            key
            conflict ON_ DEFAULT 'key'
            desc
            initially  DEFAULT -1.5e3
            replace  DEFAULT x'0102'
            UNIQUE [replace]
            CHECK: "check" <> ') CHECK (x'
          table em\u2003space
            a\u00a0b
            CHECK: a\u00a0b > 1
          table loose
            a  DEFAULT 'abc'
            b  DEFAULT 'a''b'
            c  DEFAULT true
            d  DEFAULT +1
            e  DEFAULT current_timestamp
            f  DEFAULT (1) + (2)
            g UNSIGNED BIG INT(10,-5)
            h VARCHAR(10)
            i  VIRTUAL AS a || ')'
            j  STORED AS b
            k odd type
            l it's /*
            CHECK: j
          table made
            one
            two (2)
          table new (
            a ,
            b TEXT NOT NULL DEFAULT ','
            CHECK b_ok: b <> ')'
            CHECK more: b <> ','
            INDEX ix ( btree[a , COLLATE NOCASE NULLS FIRST, a , COLLATE NOCASE NULLS FIRST, (b || ',') COLLATE BINARY DESC] WHERE b IS NOT NULL
          table odd
            a INT NOT NULL
            b  NOT NULL DEFAULT NULL
            c  DEFAULT 1
            PRIMARY KEY pk [b, a]
            UNIQUE [a]
            UNIQUE [b, c]
            UNIQUE uc [c, b]
            FOREIGN KEY fk [a, c] -> p [d", c]
            FOREIGN KEY z [b] -> p [d"] ON DELETE SET_DEFAULT DEFERRABLE
            CHECK y: (a) > (0)
            CHECK: a < 9
            CHECK: a > b
          table p -- ( , c )
            a INT(10) -- d e f , CHECK (1)
            b ` TEXT -- g
            c  DEFAULT ')' -- h
            d" INTEGER
            PRIMARY KEY [d"]
          view v AS
            x)
            y
            AS SELECT 1 AS "AS", ';'
          other constraint detail odd: PRIMARY KEY (b COLLATE nocase, a DESC) ON CONFLICT FAIL
          other constraint detail odd: a NOT NULL ON CONFLICT IGNORE
          other constraint detail p: d" PRIMARY KEY DESC
          """, catalogs.print());
    }
  }

  @EachDatabase
  @Only(value = DatabaseKind.SQLITE, because = "PostgreSQL keeps what a view reads")
  void aViewThatReadsWhatIsGoneHasNoColumns(TestDatabase test) throws SQLException {
    try (Catalogs catalogs = Catalogs.of(test)) {
      catalogs.run(
          "CREATE TABLE gone (a)",
          "CREATE VIEW lost AS SELECT a FROM gone",
          "CREATE VIEW kept AS SELECT 1 AS one",
          "DROP TABLE gone",
          "CREATE TABLE child (a REFERENCES gone, b REFERENCES gone (c))");
      assertEquals("""
          table child
            a
            b
            FOREIGN KEY [a] -> gone []
            FOREIGN KEY [b] -> gone [c]
          view kept
            one
            AS SELECT 1 AS one
          view lost
            AS SELECT a FROM gone
          """, catalogs.print());
    }
  }

  private static final String COLUMNS = """
      CREATE TABLE t (
        id INTEGER PRIMARY KEY, tiny TINYINT, big UNSIGNED BIG INT,
        flag INTEGER CHECK (flag IN (0, 1)), flag2 INT CHECK ("FLAG2" BETWEEN 0 AND 1),
        small INTEGER CHECK (`small` BETWEEN -32768 AND 32767),
        whole INTEGER CHECK (whole BETWEEN -2147483648 AND 2147483647),
        odd INTEGER CHECK (odd IN (0, 1, 2)),
        name NVARCHAR(160), short TEXT CHECK (length(short) <= 20),
        kind TEXT CHECK (kind IN ('it''s', 'B')), maybe TEXT CHECK (maybe IN ('a') OR maybe > 'x'),
        doc TEXT CHECK (json_valid(doc)), doc2 JSON,
        list TEXT CHECK (iif(json_valid(list), json_type(list) = 'array', list IS NULL)),
        data BLOB, any_ ANY, untyped, real REAL, price NUMERIC(10, 2), vast DECIMAL(38,10),
        num NUMERIC, flag3 BOOLEAN, day DATE, time TIME, at DATETIME, at2 TIMESTAMP, uid UUID,
        string STRING, zoned TIMESTAMP WITH TIME ZONE, both TEXT, CHECK (both IN ('x', 'x')))""";

  @EachDatabase
  @Only(value = DatabaseKind.SQLITE, because = OWN_SQL)
  void checksAndNamesTellTheLogicalTypes(TestDatabase test) throws SQLException {
    try (Catalogs catalogs = Catalogs.of(test)) {
      assertEquals("""
          id bigint
          tiny bigint
          big bigint
          flag boolean
          flag2 boolean
          small smallint
          whole int
          odd bigint
          name text
          short text(20)
          kind enum("it's", B)
          maybe text
          doc json
          doc2 json
          list json
          data bytes
          any_ none
          untyped none
          real double
          price double
          vast none
          num none
          flag3 boolean
          day date
          time time
          at datetime
          at2 datetime
          uid uuid
          string none
          zoned none
          both text
          """, catalogs.run(COLUMNS).types("t"));
    }
  }

  @EachDatabase
  @Only(value = DatabaseKind.SQLITE, because = OWN_SQL)
  void nativeDecimalsAreDecimals(TestDatabase test) throws SQLException {
    DatabaseSettings settings =
        test.settings().toBuilder().set("option.decimals", "native").build();
    try (Catalogs catalogs = Catalogs.of(settings)) {
      catalogs.run("CREATE TABLE t (a NUMERIC(10, 2), b DECIMAL(15), c DECIMAL(38,10), d NUMERIC)");
      assertEquals("""
          a decimal(10,2)
          b decimal(15,0)
          c decimal
          d decimal
          """, catalogs.types("t"));
    }
  }
}
