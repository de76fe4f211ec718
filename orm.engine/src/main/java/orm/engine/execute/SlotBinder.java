package orm.engine.execute;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import orm.engine.plan.Absent;
import orm.engine.plan.ColumnModel;
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
   */
  void bind(
      Subject subject,
      PreparedStatement statement,
      RenderedSql sql,
      int before,
      List<Object> values,
      List<List<Object>> keys)
      throws SQLException {
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

  private static Object given(int slot, List<Object> values, List<List<Object>> keys) {
    if (slot >= 0) {
      return values.get(slot);
    }
    return slot <= RenderedSql.firstKeySlot()
        ? keys.get(RenderedSql.firstKeySlot() - slot)
        : NO_VALUE;
  }
}
