package orm.bench.book;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Cached;
import orm.api.annotation.Entity;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;
import orm.api.annotation.Numeric;
import orm.api.annotation.Version;

/** The rows of {@link Book}, as they are kept in memory. */
@Entity(table = "book")
@Cached(ttl = "1h", size = 20_000)
public record KeptBook(
    @Id @Generated @Nullable Long id,
    String title,
    String publisher,
    @Numeric(precision = 10, scale = 2) BigDecimal price,
    LocalDate published,
    boolean inPrint,
    int pages,
    @Version int version) {}
