package orm.example.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Check;
import orm.api.annotation.Column;
import orm.api.annotation.Entity;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;
import orm.api.annotation.Index;
import orm.api.annotation.Numeric;
import orm.api.annotation.Unique;
import orm.api.annotation.Version;
import orm.api.model.Ref;

/**
 * A title for sale.
 *
 * @param id null before the row is inserted
 * @param isbn what everybody calls it by
 * @param title the title
 * @param author who wrote it
 * @param published the day it appeared; null where nobody knows
 * @param price what one copy costs
 * @param version counts the changes of the row; 0 before it is inserted
 */
@Entity
public record Book(
    @Id @Generated @Nullable Long id,
    @Unique @Column(length = 17) String isbn,
    @Index String title,
    Ref<Author> author,
    @Nullable LocalDate published,

    @Numeric(precision = 12, scale = 2) @Check("{price} > 0")
    BigDecimal price,

    @Version long version) {

  /** Makes a book that is not stored yet. */
  public Book(
      String isbn,
      String title,
      Ref<Author> author,
      @Nullable LocalDate published,
      BigDecimal price) {
    this(null, isbn, title, author, published, price, 0);
  }
}
