package orm.migration.diff;

import java.sql.Connection;
import java.util.Collection;
import java.util.List;
import orm.api.catalog.Catalog;
import orm.api.catalog.CatalogColumn;
import orm.api.catalog.SchemaChange;
import orm.spi.dialect.ChangeStep;
import orm.spi.dialect.ChangeWriter;
import orm.spi.dialect.GuardWatch;
import orm.spi.dialect.StepGuard;

/** A dialect of nowhere: every change of a type loses values, and nothing is written. */
final class PlainChanges implements ChangeWriter {
  @Override
  public List<ChangeStep> write(
      Catalog before, List<SchemaChange> changes, Catalog after, Collection<Option> options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public GuardWatch watch(Connection connection, Collection<StepGuard> guards) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean losesValues(CatalogColumn before, CatalogColumn after) {
    return true;
  }

  @Override
  public Cost cost(SchemaChange change) {
    return Cost.SHORT;
  }

  @Override
  public boolean ignoresCase() {
    return true;
  }
}
