package demo;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Column;
import orm.api.annotation.Embedded;
import orm.api.annotation.Entity;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;
import orm.api.annotation.Numeric;
import orm.api.validation.OnInsert;
import orm.api.validation.OnUpdate;

/** Rules that become checks, and rules that only a validator knows. */
@Entity
public record Guest(
    @Null(groups = OnInsert.class) @Id @Generated @Nullable Long id,
    @NotBlank @Size(min = 2, max = 80) String name,
    @NotEmpty @Column(length = 200) @Size(max = 100) String note,
    @NotNull @Nullable String known,
    @NotNull(groups = OnUpdate.class) @Nullable String later,
    Optional<@NotEmpty @Size(max = 9) String> nick,
    @Email @Pattern(regexp = ".*@.*") String mail,
    @Min(1) @Max(12) int persons,
    @DecimalMin("0.5") @DecimalMax(value = "99.5", inclusive = false) @Numeric(precision = 10, scale = 2)
        BigDecimal price,
    @Digits(integer = 8, fraction = 3) BigDecimal weight,
    @DecimalMin(value = "0.1", inclusive = false) BigDecimal anyScale,
    @DecimalMin("0.1") @Positive double ratio,
    @Digits(integer = 3, fraction = 0) long small,
    @AssertTrue boolean agreed,
    @Past LocalDate born,
    @Size(min = 1) List<@NotBlank String> tags,
    @Valid @Embedded(prefix = "a_component_with_a_very_long_prefix_of_its_own_") Street street) {}
