package orm.engine.execute;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.api.json.Json;
import orm.api.schema.ColumnType.Kind;
import orm.engine.plan.ColumnModel;
import orm.engine.plan.Documents;
import orm.engine.plan.StoredValue;
import orm.spi.dialect.ValueCodec;
import orm.spi.mapping.Binder;

/** Binds the columns of one row to a statement, each to its parameter or to none. */
final class ColumnBinder implements Binder {
  private final PreparedStatement statement;
  private final ValueCodec codec;
  private final List<ColumnModel> columns;
  private final int @Nullable [] positions;
  private int next;

  /**
   * Makes a binder.
   *
   * @param positions the parameter of each column, 0 for none; null to count from 1
   */
  ColumnBinder(
      PreparedStatement statement,
      ValueCodec codec,
      List<ColumnModel> columns,
      int @Nullable [] positions) {
    this.statement = statement;
    this.codec = codec;
    this.columns = columns;
    this.positions = positions;
  }

  /** Begins with the first column again, for the next row of a batch. */
  ColumnBinder restart() {
    next = 0;
    return this;
  }

  /** The parameter of the next column; 0 for none. */
  private int position() {
    int column = next++;
    return positions == null ? next : positions[column];
  }

  @Override
  public Binder bind(boolean value) {
    int position = position();
    if (position > 0) {
      if (current().converter() != null) {
        return store(position, value);
      }
      try {
        codec.setBoolean(statement, position, value);
      } catch (SQLException failed) {
        throw new DriverException(failed);
      }
    }
    return this;
  }

  @Override
  public Binder bind(int value) {
    int position = position();
    if (position > 0) {
      ColumnModel column = current();
      if (column.type().kind() != Kind.INT || column.converter() != null) {
        return store(position, value);
      }
      try {
        codec.setInt(statement, position, value);
      } catch (SQLException failed) {
        throw new DriverException(failed);
      }
    }
    return this;
  }

  @Override
  public Binder bind(long value) {
    int position = position();
    if (position > 0) {
      if (current().converter() != null) {
        return store(position, value);
      }
      try {
        codec.setLong(statement, position, value);
      } catch (SQLException failed) {
        throw new DriverException(failed);
      }
    }
    return this;
  }

  @Override
  public Binder bind(double value) {
    int position = position();
    return position > 0 ? store(position, value) : this;
  }

  @Override
  public Binder bind(@Nullable String value) {
    int position = position();
    if (position > 0) {
      ColumnModel column = current();
      if (value == null || column.type().kind() != Kind.TEXT || column.converter() != null) {
        return store(position, value);
      }
      Checks.check(column, codec, value);
      try {
        codec.setText(statement, position, value);
      } catch (SQLException failed) {
        throw new DriverException(failed);
      }
    }
    return this;
  }

  @Override
  public Binder bind(@Nullable Object value) {
    int position = position();
    return position > 0 ? store(position, value) : this;
  }

  @Override
  public Json toJson(Class<?> type, @Nullable Object value) {
    ColumnModel column = columns.get(next); // the document is bound once it is made
    return Documents.of(column.place(), column.converter()).toJson(column.place(), type, value);
  }

  @Override
  public <T> @Nullable T fromJson(Class<T> type, Json json) {
    throw new UnsupportedOperationException("a binder reads nothing");
  }

  @Override
  public Binder bindNulls(int count) {
    for (int i = 0; i < count; i++) {
      int position = position();
      if (position > 0) {
        store(position, null);
      }
    }
    return this;
  }

  private ColumnModel current() {
    return columns.get(next - 1);
  }

  private Binder store(int position, @Nullable Object value) {
    ColumnModel column = current();
    try {
      if (value == null) {
        // a column of some subtypes is null for the others, whatever it is for its own
        if (column.schema().subtypes().isEmpty()) {
          Checks.requireNullable(column);
        }
        codec.setNull(statement, position, column.type());
      } else {
        Object stored = StoredValue.of(column.place(), column.type(), column.converter(), value);
        Checks.check(column, codec, stored);
        codec.setObject(statement, position, column.type(), stored);
      }
    } catch (SQLException failed) {
      throw new DriverException(failed);
    }
    return this;
  }

  /** Carries an exception of the driver through generated code, which declares none. */
  static final class DriverException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final SQLException failure;

    DriverException(SQLException failure) {
      super(failure.getMessage(), failure, false, false);
      this.failure = failure;
    }

    SQLException failure() {
      return failure;
    }
  }
}
