package orm.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orm.engine.filter.FilterSet;
import orm.engine.lifecycle.EntityListeners;
import orm.engine.lifecycle.RowListeners;
import orm.engine.validation.RowChecks;
import orm.engine.validation.Validators;
import orm.spi.mapping.EntityMapping;
import orm.spi.validation.WriteKind;

/**
 * Completes rows before they are written, with what the engine supplies, and then lets the
 * validator look at them: all rows of a call before the first is sent.
 */
final class RowIntake {
  private final RowSources sources;
  private final FilterSet filters;

  /** Made for the first row that is written; who only reads needs none. */
  private @Nullable EngineStamp stamp;

  /** Begins a call or a transaction. */
  RowIntake(RowSources sources) {
    this(sources, sources.features().filters().current(), null);
  }

  private RowIntake(RowSources sources, FilterSet filters, @Nullable EngineStamp stamp) {
    this.sources = sources;
    this.filters = filters;
    this.stamp = stamp;
  }

  /**
   * {@return this, for the next statement of a transaction, with the filters that are there then}
   */
  RowIntake next() {
    return with(sources.features().filters().current());
  }

  /** {@return the same with other filters} */
  RowIntake with(FilterSet others) {
    return others == filters ? this : new RowIntake(sources, others, stamp());
  }

  EngineStamp stamp() {
    EngineStamp made = stamp;
    if (made == null) {
      made = new EngineStamp(sources);
      stamp = made;
    }
    return made;
  }

  <E> E completed(EntityMapping<E, ?> mapping, E row, WriteKind kind) {
    return kind == WriteKind.UPDATE
        ? mapping.beforeUpdate(row, stamp())
        : mapping.beforeInsert(row, stamp());
  }

  /** Who writes; empty where nobody tells. */
  Optional<?> actor(String component) {
    return stamp().currentActor(component);
  }

  /** {@return who is told of the rows} */
  RowListeners listeners() {
    return sources.features().lifecycle().listeners();
  }

  /** Learns how many rows are about to be completed. */
  void expect(int rows) {
    stamp().expect(rows);
  }

  /** Shows a row to the listeners, completes it and checks it. */
  <E> E checked(EntityMapping<E, ?> mapping, String entity, E row, WriteKind kind) {
    EntityListeners<E> told = listeners().of(mapping);
    expect(1);
    E complete = completed(mapping, told == null ? row : told.beforeWrite(entity, row, kind), kind);
    RowChecks checks = validators().begin(verb(kind), entity);
    if (checks != null) {
      checks.row(entity, 0, complete, kindOf(mapping, complete, kind));
      checks.requireNone();
    }
    return complete;
  }

  /** Shows rows to the listeners, completes them and checks them. */
  <E> List<E> checked(
      EntityMapping<E, ?> mapping, String entity, List<? extends E> rows, WriteKind kind) {
    EntityListeners<E> told = listeners().of(mapping);
    expect(rows.size());
    List<E> complete = new ArrayList<>(rows.size());
    for (E row : rows) {
      E seen = told == null ? row : told.beforeWrite(entity, row, kind);
      complete.add(completed(mapping, seen, kind));
    }
    RowChecks checks = validators().begin(verb(kind), entity);
    if (checks != null) {
      for (int i = 0; i < complete.size(); i++) {
        E row = complete.get(i);
        checks.row(entity, i, row, kindOf(mapping, row, kind));
      }
      checks.requireNone();
    }
    return complete;
  }

  /** {@return what checks rows, for those of several entities that are inserted together} */
  Validators validators() {
    return sources.features().validators();
  }

  /** {@return the filters that apply} */
  FilterSet filters() {
    return filters;
  }

  /** A row whose key the database has yet to make is never there. */
  private static <E> WriteKind kindOf(EntityMapping<E, ?> mapping, E row, WriteKind kind) {
    return kind == WriteKind.UPSERT && mapping.key(row) == null ? WriteKind.INSERT : kind;
  }

  private static String verb(WriteKind kind) {
    return switch (kind) {
      case INSERT -> "insert";
      case UPDATE -> "update";
      case UPSERT -> "upsert";
    };
  }
}
