package orm.bench.library;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import orm.api.annotation.OrderBy;
import orm.api.annotation.Projection;

/** A novel with its tags, by their keys. */
@Projection(Novel.class)
public record NovelCard(
    String title,
    BigDecimal price,
    LocalDate published,
    int pages,
    @OrderBy("id") List<Tag> tags) {}
