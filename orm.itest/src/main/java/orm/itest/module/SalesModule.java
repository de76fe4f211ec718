package orm.itest.module;

import java.util.List;
import orm.api.migration.MigrationModule;

/** A module whose tables refer to those of {@link DepotModule}. */
public final class SalesModule implements MigrationModule {
  @Override
  public String name() {
    return "sales";
  }

  @Override
  public List<String> requires() {
    return List.of("depot >= 1");
  }
}
