package orm.test.cache;

import orm.api.annotation.Cached;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;

/** Where items stand. */
@Entity
@Cached
public record Shelf(@Id long id, String room) {}
