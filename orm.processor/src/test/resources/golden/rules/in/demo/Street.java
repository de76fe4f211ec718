package demo;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import orm.api.annotation.Embeddable;

/** Has rules of its own. */
@Embeddable
public record Street(@NotBlank String name, @Max(9999) int number) {}
