package orm.test.bookshop;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Check;
import orm.api.annotation.Column;
import orm.api.annotation.Entity;
import orm.api.annotation.ForeignKey;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;
import orm.api.annotation.Index;
import orm.api.annotation.Numeric;
import orm.api.annotation.Unique;
import orm.api.annotation.Version;
import orm.api.model.Ref;

/** A title for sale. */
@Entity
public record Book(
    @Id @Generated @Nullable Long id,
    @Unique @Column(length = 20) String isbn,
    @Index String title,
    @Nullable LocalDate published,

    @Numeric(precision = 12, scale = 2) @Check("{price} >= 0.01")
    BigDecimal price,

    @Nullable Integer pages,
    Format format,
    @ForeignKey(onDelete = ForeignKey.OnDelete.CASCADE) Ref<Author> author,
    @Nullable Ref<Author> editor,
    boolean inPrint,
    @Version long version) {}
