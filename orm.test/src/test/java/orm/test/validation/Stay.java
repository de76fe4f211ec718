package orm.test.validation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.CreatedAt;
import orm.api.annotation.Embedded;
import orm.api.annotation.Entity;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;
import orm.api.annotation.Version;
import orm.api.model.Ref;
import orm.api.validation.OnInsert;
import orm.api.validation.OnUpdate;

/** A row with rules of all kinds. */
@Entity
@Period
@SuppressWarnings("MultipleNullnessAnnotations") // null in Java, but not when it is written
public record Stay(
    @Null(groups = OnInsert.class) @NotNull(groups = OnUpdate.class) @Id @Generated @Nullable
    Long id,

    @NotBlank @Size(max = 20) String guest,
    LocalDate first,
    LocalDate last,
    @Min(1) int persons,
    @Valid @Embedded Address address,
    @NotNull @CreatedAt @Nullable Instant made,
    @Nullable Ref<Stay> before,
    @Version int version) {

  /** A row that follows all rules. */
  static Stay of(String guest) {
    return new Stay(
        null,
        guest,
        LocalDate.of(2026, 5, 1),
        LocalDate.of(2026, 5, 8),
        2,
        new Address("Lange Voorhout", "NL"),
        null,
        null,
        0);
  }
}
