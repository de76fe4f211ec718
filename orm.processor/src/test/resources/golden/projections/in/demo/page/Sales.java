package demo.page;

import java.math.BigDecimal;
import java.util.Optional;
import orm.api.annotation.Column;
import orm.api.annotation.Projection;

/** No root: the parts come from a query. */
@Projection
public record Sales(
    long authorId, BigDecimal revenue, @Column("sold") Optional<Long> copies, char source) {}
