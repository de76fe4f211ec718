package orm.test.shop;

import java.util.Currency;
import orm.api.schema.ColumnType;
import orm.spi.convert.TypeConverter;

/** Keeps a currency as its code. */
public final class CurrencyConverter implements TypeConverter<Currency, String> {
  /** Makes a converter; it keeps no state. */
  public CurrencyConverter() {}

  @Override
  public Class<Currency> javaType() {
    return Currency.class;
  }

  @Override
  public Class<String> storedType() {
    return String.class;
  }

  @Override
  public ColumnType columnType() {
    return ColumnType.text(3);
  }

  @Override
  public String toStored(Currency value) {
    return value.getCurrencyCode();
  }

  @Override
  public Currency fromStored(String stored) {
    return Currency.getInstance(stored);
  }
}
