package orm.bench.library;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Entity;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;
import orm.api.annotation.Index;
import orm.api.annotation.ManyToMany;
import orm.api.annotation.Numeric;
import orm.api.model.Ref;

/** A row of eight columns, two of which are references. */
@Entity
@ManyToMany(name = "tags", target = Tag.class)
public record Novel(
    @Id @Generated @Nullable Long id,
    String title,
    @Numeric(precision = 10, scale = 2) BigDecimal price,
    @Index LocalDate published,
    boolean inPrint,
    @Index int pages,
    @Index Ref<Author> author,
    Ref<Publisher> publisher) {}
