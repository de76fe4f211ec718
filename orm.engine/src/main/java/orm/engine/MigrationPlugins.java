package orm.engine;

import java.util.List;
import java.util.Optional;
import orm.api.migration.Migration;
import orm.api.migration.MigrationListener;
import orm.api.migration.MigrationModule;
import orm.api.model.EntityModule;
import orm.spi.migration.Migrator;

/** What is there of migrations now; it may be something else at the next call. */
public interface MigrationPlugins {
  /** {@return what runs migrations, if it is there} */
  Optional<Migrator> migrator();

  /** {@return the modules of entities} */
  List<EntityModule> entities();

  /** {@return the modules of migrations} */
  List<MigrationModule> modules();

  /** {@return the migrations in Java} */
  List<Migration> migrations();

  /** {@return who is told of every run} */
  List<MigrationListener> listeners();
}
