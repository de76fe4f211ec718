package orm.test.validation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import orm.api.annotation.Embeddable;

/** Has rules of its own. */
@Embeddable
public record Address(
    @NotBlank String street, @Size(min = 2, max = 2) String country) {}
