package orm.bench.library.entity;

import jakarta.persistence.AttributeConverter;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;

/** A readable date, for a database that has none. */
@NullUnmarked
public class IsoDate implements AttributeConverter<LocalDate, String> {
  /** For Hibernate. */
  public IsoDate() {}

  @Override
  public String convertToDatabaseColumn(LocalDate date) {
    return date == null ? null : date.toString();
  }

  @Override
  public LocalDate convertToEntityAttribute(String text) {
    return text == null ? null : LocalDate.parse(text);
  }
}
