package orm.bench;

import orm.bench.library.store.LibraryGround;
import orm.bench.library.store.LibraryStore;
import orm.bench.store.Contestant;
import orm.bench.store.Ground;
import orm.bench.store.PostgresGround;
import orm.bench.store.SqliteGround;

/** The databases to measure on. */
public enum Product {
  /** In memory. */
  SQLITE {
    @Override
    Ground open() {
      return new SqliteGround();
    }

    @Override
    LibraryStore library(Contestant contestant) {
      return LibraryGround.inMemory(contestant);
    }
  },
  /** In the server that {@link Server#URL} tells of, else in one that is started for this JVM. */
  POSTGRES {
    @Override
    Ground open() {
      return new PostgresGround(url());
    }

    @Override
    LibraryStore library(Contestant contestant) {
      return LibraryGround.open(contestant, url());
    }

    private static String url() {
      String url = System.getProperty(Server.URL);
      return url == null ? Server.start().url() : url;
    }
  };

  /** Opens the table of books. */
  abstract Ground open();

  /** Opens the library for a contestant. */
  abstract LibraryStore library(Contestant contestant);
}
