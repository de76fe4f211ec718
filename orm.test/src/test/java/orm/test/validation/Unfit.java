package orm.test.validation;

import jakarta.validation.constraints.Email;
import java.util.List;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;

/** A rule that no validator can check. */
@Entity
public record Unfit(@Id long id, List<@Email Integer> numbers) {}
