package orm.test.chinook;

import java.math.BigDecimal;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.annotation.Numeric;
import orm.api.model.Ref;

/** A track that was sold. */
@Entity
public record InvoiceLine(
    @Id int invoiceLineId,
    Ref<Invoice> invoice,
    Ref<Track> track,
    @Numeric(precision = 10, scale = 2) BigDecimal unitPrice,
    int quantity) {}
