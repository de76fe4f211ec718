package orm.test.filter;

import orm.api.annotation.Entity;
import orm.api.annotation.Id;

/** Belongs to nobody. */
@Entity
public record Place(@Id long id, String name) {}
