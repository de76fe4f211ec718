package orm.engine.osgi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import orm.api.config.DatabaseSettings;
import orm.api.config.Downgrade;
import orm.api.config.Migrate;
import orm.api.error.ConnectionException;
import orm.api.error.ErrorCode;
import orm.api.error.InvalidMigrationException;
import orm.api.error.MigrationException;
import orm.api.error.MigrationLockedException;
import orm.api.error.OrmException;
import orm.api.migration.MigrationInfo;
import orm.api.migration.MigrationKind;
import orm.api.migration.MigrationOptions;
import orm.api.migration.MigrationState;
import orm.api.migration.MigrationStatus;
import orm.api.migration.MigrationVersion;
import orm.api.migration.Migrations;
import orm.api.migration.Undo;
import orm.engine.DatabaseHandle;

/**
 * Brings the schema of each module to where the settings want it, and tells where it stands. A
 * module that fails hinders only those that require it: unless the settings name it, the rest goes
 * on, and what waits for its schema stays away.
 *
 * <p>Used by one thread, but for {@link #explain}.
 */
final class ModuleKeeper {
  private static final Logger LOG = LoggerFactory.getLogger(ModuleKeeper.class);

  private final DatabaseHandle handle;
  private final MigrationServices services;
  private final Set<String> orphans = new HashSet<>();

  /** Why modules are not where they should be. */
  private volatile Map<String, String> failures = Map.of();

  ModuleKeeper(DatabaseHandle handle, MigrationServices services) {
    this.handle = handle;
    this.services = services;
  }

  /**
   * Does what the settings say.
   *
   * @throws OrmException if the database must not be offered: it does not fit, or a module that the
   *     settings name failed
   */
  void keep(DatabaseSettings settings) {
    switch (settings.migrate()) {
      case OFF -> {}
      case VALIDATE -> handle.migrations().validate();
      case APPLY -> apply(settings);
    }
  }

  private void apply(DatabaseSettings settings) {
    Map<String, String> failed = new TreeMap<>();
    services.takeAllBack();
    while (true) {
      try {
        int ran = handle.migrations().apply().ran().size();
        LOG.info("database {}: {} migrations ran", handle.name(), ran);
        break;
      } catch (MigrationLockedException | ConnectionException busy) {
        throw busy;
      } catch (InvalidMigrationException unreadable) {
        String module = unreadable.module();
        if (module == null || isNamed(settings, module) || !services.leaveOut(module)) {
          throw unreadable;
        }
        fail(module, unreadable, failed);
      } catch (MigrationException failure) {
        applyEach(settings, failed);
        break;
      }
    }
    failures = Map.copyOf(failed);
  }

  private static boolean isNamed(DatabaseSettings settings, String module) {
    return settings.migrateModules().contains(module);
  }

  private void fail(String module, OrmException why, Map<String, String> failed) {
    String message = String.valueOf(why.getMessage());
    failed.put(module, message);
    LOG.error("database {}: module {} is not as it should be: {}", handle.name(), module, message);
  }

  /** Each module by itself, with what it requires. */
  private void applyEach(DatabaseSettings settings, Map<String, String> failed) {
    for (String module : modules()) {
      try {
        applyOne(settings, module);
      } catch (MigrationLockedException | ConnectionException busy) {
        throw busy;
      } catch (MigrationException failure) {
        fail(module, failure, failed);
        if (isNamed(settings, module)) {
          failures = Map.copyOf(failed);
          throw failure;
        }
      }
    }
  }

  private Set<String> modules() {
    Set<String> modules = new TreeSet<>();
    for (MigrationInfo info : handle.migrations().status().migrations()) {
      if (info.source() != null) {
        modules.add(info.module());
      }
    }
    return modules;
  }

  private void applyOne(DatabaseSettings settings, String module) {
    MigrationOptions options = MigrationOptions.defaults().modules(module);
    Migrations migrations = handle.migrations();
    try {
      int ran = migrations.apply(options).ran().size();
      LOG.info("database {}, module {}: {} migrations ran", handle.name(), module, ran);
    } catch (MigrationException ahead) {
      if (ahead.code() != ErrorCode.SCHEMA_AHEAD || settings.migrateDowngrade() != Downgrade.UNDO) {
        throw ahead;
      }
      MigrationVersion wanted = newest(migrations.status(), module);
      int undone =
          migrations.undo(Undo.downTo(module, wanted.toString()), options).ran().size();
      LOG.info(
          "database {}, module {}: {} migrations were undone, down to {}",
          handle.name(),
          module,
          undone,
          wanted);
      int unused = migrations.apply(options).ran().size();
    }
  }

  /** The version to which the files lead. */
  private static MigrationVersion newest(MigrationStatus status, String module) {
    MigrationVersion newest = MigrationVersion.NONE;
    for (MigrationInfo info : status.migrations()) {
      MigrationVersion version = info.version();
      if (info.module().equals(module)
          && info.source() != null
          && version != null
          && version.compareTo(newest) > 0) {
        newest = version;
      }
    }
    return newest;
  }

  /**
   * {@return the service properties {@code schema.<module>} of the modules that are there and where
   * they should be}
   */
  Map<String, Object> versions(DatabaseSettings settings) {
    Map<String, Object> properties = new TreeMap<>();
    if (settings.migrate() == Migrate.OFF) {
      return properties;
    }
    MigrationStatus status = handle.migrations().status();
    Set<String> there = services.names();
    Set<String> absent = new TreeSet<>();
    for (MigrationInfo info : status.migrations()) {
      String module = info.module();
      if (info.state() == MigrationState.ABSENT) {
        absent.add(module);
      } else if (there.contains(module) && !failures.containsKey(module)) {
        status
            .version(module)
            .ifPresent(version -> properties.put("schema." + module, comparable(version)));
      }
    }
    reportOrphans(absent);
    return properties;
  }

  /** As a version, which a filter compares by its numbers, where it is no longer than one. */
  private static Object comparable(MigrationVersion version) {
    List<Long> parts = new ArrayList<>(version.parts());
    boolean fits = parts.size() <= 3
        && parts.stream().allMatch(part -> part >= 0 && part <= Integer.MAX_VALUE);
    if (!fits) {
      return parts.size() == 1 ? parts.get(0) : version.toString();
    }
    while (parts.size() < 3) {
      parts.add(0L);
    }
    return new Version(
        parts.get(0).intValue(), parts.get(1).intValue(), parts.get(2).intValue());
  }

  private void reportOrphans(Set<String> absent) {
    orphans.retainAll(absent);
    for (String module : absent) {
      if (orphans.add(module)) {
        LOG.warn(
            "database {} has the schema of module {}, and nobody brings that module",
            handle.name(),
            module);
      }
    }
  }

  /** Adds to what waits why it could not run, as far as that is known. */
  MigrationStatus explain(MigrationStatus status) {
    Map<String, String> unexplained = new TreeMap<>(failures);
    if (unexplained.isEmpty()) {
      return status;
    }
    List<MigrationInfo> explained = new ArrayList<>();
    for (MigrationInfo info : status.migrations()) {
      boolean concerned = info.state() != MigrationState.APPLIED
          && info.state() != MigrationState.COVERED
          && info.problem() == null;
      String why = concerned ? unexplained.remove(info.module()) : null;
      explained.add(why == null ? info : with(info, why));
    }
    unexplained.forEach((module, why) -> {
      if (explained.stream().noneMatch(info -> info.module().equals(module))) {
        explained.add(unreadable(module, why));
      }
    });
    return new MigrationStatus(status.database(), explained);
  }

  private static MigrationInfo with(MigrationInfo info, @Nullable String problem) {
    return new MigrationInfo(
        info.module(),
        info.id(),
        info.version(),
        info.name(),
        info.kind(),
        info.state(),
        info.source(),
        info.reversible(),
        info.appliedAt(),
        info.appliedBy(),
        info.took(),
        info.stepsDone(),
        problem);
  }

  /** A module whose files cannot be read has nothing else to show. */
  private static MigrationInfo unreadable(String module, String why) {
    return new MigrationInfo(
        module,
        "?",
        null,
        "cannot be read",
        MigrationKind.VERSIONED,
        MigrationState.PENDING,
        null,
        false,
        null,
        null,
        null,
        0,
        why);
  }
}
