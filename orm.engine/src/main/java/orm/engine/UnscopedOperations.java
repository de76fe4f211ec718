package orm.engine;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import orm.engine.filter.FilterSet;
import orm.engine.generation.Generation;
import orm.engine.lifecycle.RowListeners;

/** The operations of a database or transaction, seeing what filters hide. */
final class UnscopedOperations extends EngineOperations {
  private final EngineOperations scoped;

  UnscopedOperations(EngineOperations scoped) {
    this.scoped = scoped;
  }

  @Override
  <T extends @Nullable Object> T run(AccessRule access, Work<T> work) {
    return scoped.run(access, session -> work.run(session.unscoped()));
  }

  @Override
  <T> T ask(Function<Generation, T> question) {
    return scoped.ask(question);
  }

  @Override
  RowListeners listeners() {
    return scoped.listeners();
  }

  @Override
  FilterSet filters() {
    return FilterSet.LIFTED;
  }

  @Override
  <T> T atomically(Function<TransactionHandle, T> work) {
    return scoped.atomically(tx -> tx.unscoped(work));
  }

  @Override
  boolean isTransaction() {
    return scoped.isTransaction();
  }
}
