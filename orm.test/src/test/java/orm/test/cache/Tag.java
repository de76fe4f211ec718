package orm.test.cache;

import orm.api.annotation.Entity;
import orm.api.annotation.Id;

/** A word for items; not kept. */
@Entity
public record Tag(@Id long id, String word) {}
