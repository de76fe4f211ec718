package orm.engine.execute;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.NotNullException;
import orm.api.error.ValueException;
import orm.api.schema.ColumnType;
import orm.engine.plan.ColumnModel;
import orm.spi.dialect.ValueCodec;

/**
 * What a value must meet before it is sent to a column, so that a wrong one never reaches the
 * database.
 */
final class Checks {
  private Checks() {}

  static void requireNullable(ColumnModel column) {
    if (!column.schema().nullable()) {
      throw new NotNullException(
          failure(ErrorCode.NOT_NULL, column, "the component is required and has no value")
              .fix("Give it a value, or declare the component @Nullable."));
    }
  }

  /** Checks what every database demands, then what this one does. */
  static void check(ColumnModel column, ValueCodec codec, Object value) {
    ColumnType type = column.type();
    if (value instanceof String text) {
      checkLength(column, text);
    } else if (value instanceof BigDecimal decimal && type.hasScale()) {
      checkDigits(column, decimal);
    } else if (value instanceof Integer number && type.kind() == ColumnType.Kind.SMALLINT) {
      checkSmall(column, number);
    }
    if (codec.mayRefuse(type)) {
      String refusal = codec.refuse(type, value);
      if (refusal != null) {
        throw new ValueException(failure(ErrorCode.UNSTORABLE_VALUE, column, refusal));
      }
    }
  }

  private static void checkLength(ColumnModel column, String text) {
    int limit = column.type().size();
    if (limit > 0 && text.length() > limit) {
      int length = text.codePointCount(0, text.length());
      if (length > limit) {
        throw new ValueException(failure(
                ErrorCode.TEXT_TOO_LONG,
                column,
                "the text has " + length + " characters, the column takes " + limit)
            .fix("Shorten the text, or raise the length of the component."));
      }
    }
  }

  private static void checkDigits(ColumnModel column, BigDecimal value) {
    ColumnType type = column.type();
    if (value.scale() > type.scale()) {
      throw new ValueException(failure(
              ErrorCode.OUT_OF_RANGE,
              column,
              "the value has more than " + type.scale() + " digits after the point")
          .fix("Round it with setScale; nothing is rounded silently."));
    }
    if (value.precision() - value.scale() > type.size() - type.scale()) {
      throw new ValueException(failure(
              ErrorCode.OUT_OF_RANGE,
              column,
              "the value has more than "
                  + (type.size() - type.scale())
                  + " digits before the point")
          .fix("Raise the precision of the component."));
    }
  }

  private static void checkSmall(ColumnModel column, int value) {
    if (value != (short) value) {
      throw new ValueException(
          failure(ErrorCode.OUT_OF_RANGE, column, "the value does not fit into 16 bits"));
    }
  }

  private static Failure failure(ErrorCode code, ColumnModel column, @Nullable String why) {
    return Failure.of(code, "Cannot store " + column.place())
        .because(why)
        .at(column.entity(), column.schema().component());
  }

  /** An operand that the database cannot hold would be compared as another value. */
  static void checkOperand(Subject subject, ColumnType type, ValueCodec codec, Object value) {
    if (codec.mayRefuse(type)) {
      String refusal = codec.refuse(type, value);
      if (refusal != null) {
        throw new ValueException(Failure.of(ErrorCode.UNSTORABLE_VALUE, subject.failed())
            .because("an operand of type " + type + " is no value of the database: " + refusal)
            .fix("No row can be equal to it; compare with another value."));
      }
    }
  }

  /** The same for a parameter of a statement that was written as text. */
  static void checkBound(String name, ColumnType type, ValueCodec codec, Object value) {
    if (codec.mayRefuse(type)) {
      String refusal = codec.refuse(type, value);
      if (refusal != null) {
        throw new ValueException(
            Failure.of(ErrorCode.UNSTORABLE_VALUE, "Cannot bind :" + name).because(refusal));
      }
    }
  }
}
