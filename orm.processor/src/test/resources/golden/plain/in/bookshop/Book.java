package bookshop;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Entity;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;
import orm.api.annotation.Numeric;
import orm.api.annotation.Unique;
import orm.api.annotation.Version;
import orm.api.model.Ref;

/** A title for sale. */
@Entity
public record Book(
    @Id @Generated @Nullable Long id,
    @Unique String isbn,
    String title,
    @Nullable LocalDate published,
    @Numeric(precision = 12, scale = 2) BigDecimal price,
    @Nullable Integer pages,
    Format format,
    Ref<Author> author,
    @Nullable Ref<Author> editor,
    List<String> keywords,
    boolean inPrint,
    @Version long version) {}
