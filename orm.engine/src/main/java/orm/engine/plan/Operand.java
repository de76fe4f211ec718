package orm.engine.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.api.error.UnsupportedQueryException;
import orm.api.model.Ref;
import orm.engine.plan.PlanNode.ColumnNode;
import orm.engine.plan.PlanNode.LiteralNode;
import orm.spi.convert.TypeConverter;

/** What an expression turned out to be while its neighbours are not known yet. */
sealed interface Operand {
  /**
   * The operand as one value that needs no neighbour.
   *
   * @param what what it is needed for, for messages
   */
  PlanNode single(String what);

  /** One column, or the several of a composite reference. */
  record Columns(List<ColumnNode> columns) implements Operand {
    @Override
    public ColumnNode single(String what) {
      if (columns.size() != 1) {
        throw composite(what);
      }
      return columns.get(0);
    }
  }

  /**
   * A value given by the user; its slot is {@link PlanNode.ValueNode#CONSTANT} in a literal. The
   * converter serves where nothing is beside it that has a type; null for a value of a known class.
   */
  record Value(int slot, Object value, @Nullable TypeConverter<?, ?> converter) implements Operand {
    @Override
    public PlanNode single(String what) {
      if (value instanceof Ref<?>) {
        throw Planner.unsupported(
            "Cannot use a reference as a value",
            "it is compared with reference columns only",
            "Use the key inside it.");
      }
      TypeConverter<?, ?> own = converter;
      if (own != null) {
        return isLiteral()
            ? LiteralNode.of(value, new ValueType("a value", own.columnType(), own))
            : Operands.converted(slot, own);
      }
      return isLiteral()
          ? new LiteralNode(value, ValueType.computed(Operands.typeOf(value)))
          : Operands.byClass(slot, value);
    }

    /** Whether it is written into the text. */
    boolean isLiteral() {
      return slot < 0;
    }
  }

  /** Anything that is what it is by itself. */
  record Node(PlanNode node) implements Operand {
    @Override
    public PlanNode single(String what) {
      return node;
    }
  }

  static UnsupportedQueryException composite(String what) {
    return Planner.unsupported(
        "Cannot " + what + " a reference of several columns",
        "it is no single value",
        "Compare it with eq, ne, refersTo, isNull or isNotNull.");
  }
}
