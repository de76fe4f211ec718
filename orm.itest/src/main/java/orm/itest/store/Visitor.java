package orm.itest.store;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;

/** Somebody with rules. */
@Entity
public record Visitor(
    @Id long id,
    @NotBlank String name,
    @Email(message = "{orm.itest.mail}") String mail) {}
