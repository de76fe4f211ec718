package orm.itest.module;

import java.util.List;
import orm.api.model.EntityModule;
import orm.api.model.EntityTable;

/** A component of the bundles that tests build; not of this one, so that it has no annotation. */
public final class DepotModule implements EntityModule {
  @Override
  public String name() {
    return "depot";
  }

  @Override
  public List<EntityTable<?, ?>> tables() {
    return List.of(Depot_.DEPOT);
  }
}
