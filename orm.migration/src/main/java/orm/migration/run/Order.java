package orm.migration.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.InvalidMigrationException;
import orm.migration.file.MigrationSet;
import orm.migration.file.MigrationSource;
import orm.migration.file.Requirement;
import orm.migration.history.History;

/**
 * The order in which migrations run: by number in each module, and behind what they require in
 * others. Among those that are free to run, modules go by name.
 */
final class Order {
  private final Map<String, MigrationSet.Module> modules;
  private final History history;
  private final Map<MigrationSource, Set<MigrationSource>> needs = new LinkedHashMap<>();
  private final List<MigrationSource> ordered = new ArrayList<>();

  Order(Map<String, MigrationSet.Module> modules, History history) {
    this.modules = modules;
    this.history = history;
    modules.values().forEach(this::addNeeds);
    sort();
  }

  private void addNeeds(MigrationSet.Module module) {
    @Nullable MigrationSource before = null;
    for (MigrationSource source : module.versioned()) {
      Set<MigrationSource> found = new LinkedHashSet<>();
      if (before == null) {
        module.requires().forEach(one -> provider(source, one).ifPresent(found::add));
      } else {
        found.add(before);
      }
      source.requires().forEach(one -> provider(source, one).ifPresent(found::add));
      needs.put(source, found);
      before = source;
    }
  }

  /** The first migration that fulfils a requirement; empty if the history tells that it has run. */
  private Optional<MigrationSource> provider(MigrationSource asking, Requirement required) {
    MigrationSet.Module module = modules.get(required.module());
    Optional<MigrationSource> found = module == null
        ? Optional.empty()
        : module.versioned().stream()
            .filter(one -> required.least().isEmpty()
                || one.number().compareTo(required.least().get()) >= 0)
            .findFirst();
    if (found.isPresent() || hasRun(required)) {
      return found;
    }
    throw new InvalidMigrationException(
        Failure.of(ErrorCode.MISSING_REQUIREMENT, "Cannot run " + asking.title())
            .because("it requires " + required + ", and "
                + (module == null || module.versioned().isEmpty()
                    ? "nobody brings module " + required.module()
                    : "module " + required.module() + " goes no further than "
                        + last(module).id()))
            .fix("Add the bundle or jar that brings it, or correct the requirement. There are the"
                + " modules " + String.join(", ", modules.keySet()) + "."),
        asking.place());
  }

  private boolean hasRun(Requirement required) {
    boolean known = history.of(required.module()).stream().anyMatch(row -> row.isApplied());
    return known
        && required
            .least()
            .map(least -> history.version(required.module()).compareTo(least) >= 0)
            .orElse(true);
  }

  private static MigrationSource last(MigrationSet.Module module) {
    return module.versioned().get(module.versioned().size() - 1);
  }

  private void sort() {
    Map<MigrationSource, Integer> open = new HashMap<>();
    Map<MigrationSource, List<MigrationSource>> followers = new HashMap<>();
    PriorityQueue<MigrationSource> free = new PriorityQueue<>(
        Comparator.comparing(MigrationSource::module).thenComparing(MigrationSource::number));
    needs.forEach((source, before) -> {
      open.put(source, before.size());
      before.forEach(
          one -> followers.computeIfAbsent(one, key -> new ArrayList<>()).add(source));
      if (before.isEmpty()) {
        free.add(source);
      }
    });
    while (!free.isEmpty()) {
      MigrationSource next = free.remove();
      ordered.add(next);
      for (MigrationSource follower : followers.getOrDefault(next, List.of())) {
        if (open.merge(follower, -1, Integer::sum) == 0) {
          free.add(follower);
        }
      }
    }
    if (ordered.size() < needs.size()) {
      throw cycle();
    }
  }

  /** Walks back along what is required until it meets itself. */
  private InvalidMigrationException cycle() {
    Set<MigrationSource> done = new LinkedHashSet<>(ordered);
    List<MigrationSource> path = new ArrayList<>();
    MigrationSource at =
        needs.keySet().stream().filter(one -> !done.contains(one)).findFirst().orElseThrow();
    while (!path.contains(at)) {
      path.add(at);
      at = needs.getOrDefault(at, Set.of()).stream()
          .filter(one -> !done.contains(one))
          .findFirst()
          .orElseThrow();
    }
    List<MigrationSource> round = path.subList(path.indexOf(at), path.size());
    List<String> names = new ArrayList<>();
    round.forEach(one -> names.add(one.module() + " " + one.id()));
    names.add(at.module() + " " + at.id());
    return new InvalidMigrationException(
        Failure.of(ErrorCode.MIGRATION_CYCLE, "Cannot order the migrations")
            .because("they require each other in a circle: " + String.join(" requires ", names))
            .fix("Take one requirement away, or split a migration so that each part needs one side"
                + " only."),
        at.place());
  }

  /** Everything with a number, in the order in which it runs. */
  List<MigrationSource> versioned() {
    return ordered;
  }

  /** What must have run before a migration. */
  Set<MigrationSource> needs(MigrationSource source) {
    return needs.getOrDefault(source, Set.of());
  }

  /** The modules, those on which others stand first. */
  List<MigrationSet.Module> modules() {
    Set<String> names = new LinkedHashSet<>();
    ordered.forEach(source -> names.add(source.module()));
    names.addAll(modules.keySet());
    return names.stream()
        .flatMap(name -> Optional.ofNullable(modules.get(name)).stream())
        .toList();
  }
}
