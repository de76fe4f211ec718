package orm.test.convert;

import java.util.function.Function;
import orm.api.schema.ColumnType;
import orm.spi.convert.TypeConverter;

/** A converter made of two functions. */
record Plain<J, D>(
    Class<J> javaType,
    Class<D> storedType,
    ColumnType columnType,
    boolean keepsOrder,
    Function<J, D> to,
    Function<D, J> from)
    implements TypeConverter<J, D> {
  @Override
  public D toStored(J value) {
    return to.apply(value);
  }

  @Override
  public J fromStored(D stored) {
    return from.apply(stored);
  }
}
