package orm.api.migration;

import org.osgi.annotation.versioning.ConsumerType;

/** Is told how a run goes on, on the thread that runs; for progress and logs. */
@ConsumerType
@FunctionalInterface
public interface MigrationListener {
  /**
   * Takes an event. What it throws ends the run as a failed statement does.
   *
   * @param event what happens
   */
  void on(MigrationEvent event);
}
