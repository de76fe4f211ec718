package orm.test.validation;

import orm.api.annotation.Entity;
import orm.api.annotation.Id;

/** A row without rules. */
@Entity
public record Plain(@Id long id, String text) {}
