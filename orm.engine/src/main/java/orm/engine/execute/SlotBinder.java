package orm.engine.execute;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import orm.engine.eyes.BindText;
import orm.engine.eyes.Bound;
import orm.engine.eyes.SentStatement;
import orm.engine.plan.Absent;
import orm.engine.plan.ColumnModel;
import orm.engine.plan.Disclosure;
import orm.engine.render.RenderedSql;
import orm.spi.dialect.ValueCodec;

/** Binds the values of a query, which go by their slots, to the parameters of its text. */
final class SlotBinder {
  /** What the change of a constant is given. */
  private static final Object NO_VALUE = new Object();

  private final ValueCodec codec;

  SlotBinder(ValueCodec codec) {
    this.codec = codec;
  }

  /**
   * Binds all of them.
   *
   * @param before the number of parameters in front that somebody else binds
   * @param values the values by slot
   * @param keys the keys of the rows that lists belong to, one list for each key column
   * @param seen takes note of them; null while nobody looks
   */
  void bind(
      Subject subject,
      PreparedStatement statement,
      RenderedSql sql,
      int before,
      List<Object> values,
      List<List<Object>> keys,
      @Nullable SentStatement seen)
      throws SQLException {
    if (seen != null) {
      seen.bound(new Slots(subject, sql, before, values, keys));
    }
    List<RenderedSql.Bind> binds = sql.binds();
    for (int i = 0; i < binds.size(); i++) {
      RenderedSql.Bind bind = binds.get(i);
      Object given = given(bind.slot(), values, keys);
      int index = before + i + 1;
      Object value = bind.change().apply(given);
      ColumnModel column = bind.column();
      if (value == Absent.VALUE) {
        codec.setNull(statement, index, bind.type());
      } else if (bind.elements()) {
        for (Object element : (List<?>) value) {
          Checks.checkOperand(subject, bind.type(), codec, Objects.requireNonNull(element));
        }
        codec.setElements(statement, index, bind.type(), (List<?>) value);
      } else if (column != null) {
        Checks.check(column, codec, value);
        codec.setObject(statement, index, bind.type(), value);
      } else {
        Checks.checkOperand(subject, bind.type(), codec, value);
        codec.setObject(statement, index, bind.type(), value);
      }
    }
  }

  /** The values of a statement, for those who look at it. */
  private final class Slots implements Bound {
    private final Subject subject;
    private final RenderedSql sql;
    private final int before;
    private final List<Object> values;
    private final List<List<Object>> keys;

    Slots(
        Subject subject,
        RenderedSql sql,
        int before,
        List<Object> values,
        List<List<Object>> keys) {
      this.subject = subject;
      this.sql = sql;
      this.before = before;
      this.values = values;
      this.keys = keys;
    }

    @Override
    public void bind(PreparedStatement statement) throws SQLException {
      SlotBinder.this.bind(subject, statement, sql, before, values, keys, null);
    }

    @Override
    public void show(BindText out) {
      SlotBinder.show(sql, values, keys, out);
    }
  }

  /** The values behind those of whole rows. */
  Bound behind(Bound rows, Subject subject, RenderedSql sql, int before, List<Object> values) {
    Slots slots = new Slots(subject, sql, before, values, List.of());
    return new Bound() {
      @Override
      public void bind(PreparedStatement statement) throws SQLException {
        rows.bind(statement);
        slots.bind(statement);
      }

      @Override
      public void show(BindText out) {
        rows.show(out);
        slots.show(out);
      }
    };
  }

  /** Shows values for people. */
  static void show(RenderedSql sql, List<Object> values, List<List<Object>> keys, BindText out) {
    for (RenderedSql.Bind bind : sql.binds()) {
      boolean hidden = bind.disclosure() == Disclosure.SENSITIVE;
      @Nullable Object sent = hidden ? null : bind.change().apply(given(bind.slot(), values, keys));
      out.add(bind.disclosure(), sent == Absent.VALUE ? null : sent);
    }
  }

  private static Object given(int slot, List<Object> values, List<List<Object>> keys) {
    if (slot >= 0) {
      return values.get(slot);
    }
    return slot <= RenderedSql.firstKeySlot()
        ? keys.get(RenderedSql.firstKeySlot() - slot)
        : NO_VALUE;
  }
}
