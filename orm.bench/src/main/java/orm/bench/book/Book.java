package orm.bench.book;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Entity;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;
import orm.api.annotation.Index;
import orm.api.annotation.Numeric;
import orm.api.annotation.Version;
import orm.api.validation.OnInsert;
import orm.api.validation.OnUpdate;

/**
 * A row of eight columns: a bigint, two texts, a numeric(10,2), a date, a boolean and two ints. Its
 * rules are in groups, which keeps them out of the schema: the tables of all contestants are alike.
 */
@Entity
public record Book(
    @Id @Generated @Nullable Long id,

    @NotBlank(groups = {OnInsert.class, OnUpdate.class})
    @Size(
        max = 200,
        groups = {OnInsert.class, OnUpdate.class})
    String title,

    @NotBlank(groups = {OnInsert.class, OnUpdate.class}) String publisher,
    @Numeric(precision = 10, scale = 2) BigDecimal price,
    LocalDate published,
    boolean inPrint,

    @Index @Positive(groups = {OnInsert.class, OnUpdate.class})
    int pages,

    @Version int version) {

  /** The same book with the key that the database gave it. */
  public Book withId(long key) {
    return new Book(key, title, publisher, price, published, inPrint, pages, version);
  }

  /** The same book with another title. */
  public Book withTitle(String other) {
    return new Book(id, other, publisher, price, published, inPrint, pages, version);
  }

  /** The same book as an update leaves it. */
  public Book withNextVersion() {
    return new Book(id, title, publisher, price, published, inPrint, pages, version + 1);
  }

  /** The key of a stored book. */
  public long key() {
    if (id == null) {
      throw new IllegalStateException("not stored yet: " + title);
    }
    return id;
  }
}
