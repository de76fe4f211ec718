package orm.test.chinook;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Column;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.annotation.Numeric;
import orm.api.annotation.OneToMany;
import orm.api.model.Ref;

/** A sale. */
@Entity
@OneToMany(name = "lines", target = InvoiceLine.class, mappedBy = "invoice")
public record Invoice(
    @Id int invoiceId,
    Ref<Customer> customer,
    LocalDateTime invoiceDate,
    @Nullable @Column(length = 70) String billingAddress,
    @Nullable @Column(length = 40) String billingCity,
    @Nullable @Column(length = 40) String billingState,
    @Nullable @Column(length = 40) String billingCountry,
    @Nullable @Column(length = 10) String billingPostalCode,
    @Numeric(precision = 10, scale = 2) BigDecimal total) {}
