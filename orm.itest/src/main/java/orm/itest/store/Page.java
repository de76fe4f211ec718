package orm.itest.store;

import orm.api.annotation.Cached;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;

/** Something that is read more often than it is written. */
@Entity
@Cached
public record Page(@Id long id, String text) {}
