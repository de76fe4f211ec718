package demo;

import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Check;
import orm.api.annotation.Column;
import orm.api.annotation.Default;
import orm.api.annotation.Entity;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;
import orm.api.annotation.Index;
import orm.api.annotation.RenamedFrom;
import orm.api.annotation.Sensitive;
import orm.api.annotation.Unique;

/** Everything that a table can be told. */
@Entity(table = "bank_account")
@RenamedFrom("account")
@Unique({"owner", "label"})
@Unique(value = {"label", "balance"}, name = "label_and_balance")
@Index({"owner desc", "label"})
@Index(value = "(lower({label})) desc", where = "{closed} is null", unique = true)
@Check("{balance} >= 0 or {label} = 'over\\draft \"x\"'")
@Check(
    value = "case when {label} = 'a very long text' then {balance} > 0 else {balance} >= 0 end and"
        + " {owner} <> {label}",
    name = "odd")
public record Account(
    @Id @Generated @Nullable Long id,
    @Unique(name = "one_iban") @Column(value = "iban", length = 34) String number,
    @Size(min = 1, max = 80) String owner,
    @Size(max = 80) @Column(length = 40) @RenamedFrom("name") String label,
    @Index @Index(name = "rich", where = "{balance} > 1000000") @Default("0") BigDecimal balance,
    @Sensitive String secret,
    @Check("{limit} > 0") @Check(value = "{limit} < 100", name = "low") @Nullable Integer limit,
    @Generated(Generated.Strategy.DEFAULT) @Default("current_timestamp")
        @Nullable LocalDateTime opened,
    @Nullable LocalDateTime closed) {}
