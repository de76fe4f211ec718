package orm.engine.cache;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import orm.engine.plan.TableModel;
import orm.spi.mapping.EntityMapping;

/** Counts writes at the gates of their tables. */
final class CountedWrites extends Writes {
  private final DatabaseCache cache;
  private final UnaryOperator<String> naming;
  private final Map<String, OfTable> tables = new HashMap<>();
  private boolean everything;
  private boolean deletes;

  CountedWrites(DatabaseCache cache, UnaryOperator<String> naming) {
    this.cache = cache;
    this.naming = naming;
  }

  /** What is under way in one table. */
  private static final class OfTable {
    private final TableGate gate;
    private final BitSet keys = new BitSet();
    private boolean whole;
    private boolean deletes;

    OfTable(TableGate gate) {
      this.gate = gate;
      gate.any.begin();
    }

    void key(int number) {
      if (!whole && !keys.get(number)) {
        keys.set(number);
        gate.key(number).begin();
      }
    }

    void whole() {
      if (!whole) {
        whole = true;
        gate.whole.begin();
      }
    }

    void deletes() {
      if (!deletes) {
        deletes = true;
        gate.deletes.begin();
      }
    }

    void end() {
      keys.stream().forEach(number -> gate.key(number).end());
      if (whole) {
        gate.whole.end();
      }
      if (deletes) {
        gate.deletes.end();
      }
      gate.any.end();
    }
  }

  private OfTable of(String table, boolean deleting) {
    OfTable known = tables.get(table);
    if (known == null) {
      known = new OfTable(cache.gate(table));
      tables.put(table, known);
    }
    if (deleting) {
      known.deletes();
      if (!deletes) {
        deletes = true;
        cache.anyDelete.begin();
      }
    }
    return known;
  }

  @Override
  public <E> void row(TableModel table, EntityMapping<E, ?> mapping, E row, boolean deleting) {
    cache.learn(table, naming);
    OfTable writes = of(table.name(), deleting);
    Object key = key(mapping, row);
    if (key == this) {
      writes.whole();
    } else if (key != null) {
      writes.key(TableGate.number(key));
    }
  }

  /** The key; null for a row that has none yet, this for one that cannot be compared. */
  private <E, K> @Nullable Object key(EntityMapping<E, K> mapping, E row) {
    K key = mapping.key(row);
    if (key == null) {
      return null;
    }
    Object exact = ExactKey.of(mapping, key);
    return exact == null ? this : exact;
  }

  @Override
  public void added(TableModel table) {
    cache.learn(table, naming);
    of(table.name(), false);
  }

  @Override
  public void table(TableModel table, boolean deleting) {
    cache.learn(table, naming);
    of(table.name(), deleting).whole();
  }

  @Override
  public void links(String table) {
    of(table, false).whole();
  }

  @Override
  public void everything() {
    if (!everything) {
      everything = true;
      cache.flushes.begin();
    }
  }

  @Override
  public @Nullable List<String> messages(String origin, int maxLength) {
    if (everything) {
      return List.of(ChangeMessage.everything(origin));
    }
    if (tables.isEmpty()) {
      return null;
    }
    ChangeMessage message = new ChangeMessage(origin, maxLength);
    tables.forEach(
        (name, writes) -> message.add(name, writes.whole ? null : writes.keys, writes.deletes));
    return message.texts();
  }

  @Override
  public void end(boolean known) {
    if (!known && (everything || !tables.isEmpty())) {
      cache.outcomeUnknown();
    }
    tables.values().forEach(OfTable::end);
    tables.clear();
    if (deletes) {
      deletes = false;
      cache.anyDelete.end();
    }
    if (everything) {
      everything = false;
      cache.flushes.end();
    }
  }
}
