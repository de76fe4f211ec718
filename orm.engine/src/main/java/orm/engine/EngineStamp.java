package orm.engine;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import orm.engine.lifecycle.Generators;
import orm.spi.mapping.Stamp;

/** The stamp of one call: every row that it writes carries the same time. */
final class EngineStamp implements Stamp {
  private final RowSources sources;
  private @Nullable Instant now;

  /** How many rows the call has, so that keys for all of them are made at once. */
  private int rows = 1;

  /** Made when a row first needs it; most tables need neither actors nor generators. */
  private @Nullable Supplied supplied;

  /** What plugins have given to the call. */
  private static final class Supplied {
    private boolean asked;
    private Optional<?> actor = Optional.empty();

    /** The keys that were made and not yet used, by the component that they are for. */
    private final Map<String, Queue<Object>> keys = new HashMap<>();
  }

  EngineStamp(RowSources sources) {
    this.sources = sources;
  }

  private Generators generators() {
    return sources.features().lifecycle().generators();
  }

  private Supplied supplied() {
    Supplied made = supplied;
    if (made == null) {
      made = new Supplied();
      supplied = made;
    }
    return made;
  }

  @Override
  public Instant now() {
    Instant time = now;
    if (time == null) {
      time = sources.features().clock().instant().truncatedTo(ChronoUnit.MICROS);
      now = time;
    }
    return time;
  }

  @Override
  public UUID newUuid() {
    return sources.uuids().next();
  }

  /** Learns how many rows are about to be completed. */
  void expect(int count) {
    rows = count;
  }

  @Override
  public <T> T actor(String component, Class<T> type) {
    T known = actorOrNull(component, type);
    if (known == null) {
      throw Generators.noActor(component, "nobody tells who writes");
    }
    return known;
  }

  @Override
  public <T> @Nullable T actorOrNull(String component, Class<T> type) {
    Object known = actor(component).orElse(null);
    if (known != null && !type.isInstance(known)) {
      throw Generators.noActor(
          component,
          "the actor is a " + known.getClass().getName() + " and the component a "
              + type.getName());
    }
    return type.cast(known);
  }

  private Optional<?> actor(String component) {
    Supplied all = supplied();
    if (!all.asked) {
      all.actor = generators().actor(component);
      all.asked = true;
    }
    return all.actor;
  }

  /** The actor of a statement that names no rows; empty where nobody tells. */
  Optional<?> currentActor(String component) {
    return actor(component);
  }

  @Override
  public <T> T generated(@Nullable T given, String component, String generator, Class<T> type) {
    if (given != null) {
      return given;
    }
    Queue<Object> left = supplied().keys.computeIfAbsent(component, first -> new ArrayDeque<>());
    if (left.isEmpty()) {
      left.addAll(fit(component, generator, type));
    }
    return type.cast(left.remove());
  }

  private List<Object> fit(String component, String generator, Class<?> type) {
    Set<Object> made = new LinkedHashSet<>();
    for (Object key : generators().keys(component, generator, Math.max(1, rows))) {
      if (!type.isInstance(key)) {
        throw Generators.failed(
            component,
            generator,
            key == null
                ? "gave null"
                : "gave a " + key.getClass().getName() + ", and the component is a "
                    + type.getName(),
            null);
      }
      if (!made.add(key)) {
        throw Generators.failed(component, generator, "gave the same key twice", null);
      }
    }
    return List.copyOf(made);
  }
}
