package orm.example.catalog.store;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import orm.api.schema.ColumnType;
import orm.example.catalog.Country;
import orm.spi.convert.TypeConverter;

/**
 * Keeps a country as its code. The engine finds this service, and misses it when the bundle stops.
 */
@Component(service = TypeConverter.class)
public final class CountryCodes implements TypeConverter<Country, String> {
  /** Called by the component runtime. */
  @Activate
  public CountryCodes() {}

  @Override
  public Class<Country> javaType() {
    return Country.class;
  }

  @Override
  public Class<String> storedType() {
    return String.class;
  }

  @Override
  public ColumnType columnType() {
    return ColumnType.text(0);
  }

  @Override
  public String toStored(Country value) {
    return value.code();
  }

  @Override
  public Country fromStored(String stored) {
    return new Country(stored);
  }
}
