package orm.test.validation;

import jakarta.validation.constraints.AssertFalse;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.FutureOrPresent;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.annotation.Numeric;

/** Every constraint of Jakarta Validation. */
@Entity
@SuppressWarnings({"ArrayRecordComponent", "MultipleNullnessAnnotations"}) // that is the test
public record Ruled(
    @Id long id,
    @NotNull @Nullable String notNull,
    @NotBlank String notBlank,
    @NotEmpty String notEmpty,
    @Null @Nullable String absent,
    @AssertTrue boolean agreed,
    @AssertFalse boolean blocked,
    @Min(1) int least,
    @Max(9) long most,
    @DecimalMin("0.5") @Numeric(precision = 10, scale = 2) BigDecimal decimalLeast,

    @DecimalMax(value = "99.5", inclusive = false) @Numeric(precision = 10, scale = 2)
    BigDecimal decimalMost,

    @Digits(integer = 3, fraction = 1) BigDecimal digits,
    @Positive short positive,
    @PositiveOrZero BigDecimal positiveOrZero,
    @Negative double negative,
    @NegativeOrZero float negativeOrZero,
    @Size(min = 2, max = 4) String size,
    @Size(max = 3) byte[] bytes,
    @Size(min = 1) List<@NotBlank String> list,
    Optional<@Size(max = 3) String> optional,
    @Email String email,
    @Pattern(regexp = "[A-Z]+") String pattern,
    @Past LocalDate past,
    @PastOrPresent Instant pastOrPresent,
    @Future OffsetDateTime future,
    @FutureOrPresent LocalDate futureOrPresent) {

  /** A row that follows all rules. */
  static Ruled fine(long id) {
    return new Ruled(
        id,
        "x",
        "x",
        "x",
        null,
        true,
        false,
        1,
        9,
        new BigDecimal("0.50"),
        new BigDecimal("99.49"),
        new BigDecimal("999.9"),
        (short) 1,
        BigDecimal.ZERO,
        -0.5,
        0,
        "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00", // four characters in eight units
        new byte[3],
        List.of("x"),
        Optional.of("abc"),
        "a@example.org",
        "ABC",
        LocalDate.of(1860, 5, 17),
        Instant.EPOCH,
        OffsetDateTime.parse("2999-01-01T00:00:00Z"),
        LocalDate.of(2999, 1, 1));
  }
}
