package orm.bench;

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
  },
  /** In the server that {@link Server#URL} tells of, else in one that is started for this JVM. */
  POSTGRES {
    @Override
    Ground open() {
      String url = System.getProperty(Server.URL);
      return new PostgresGround(url == null ? Server.start().url() : url);
    }
  };

  abstract Ground open();
}
