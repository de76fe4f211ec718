package orm.itest.store;

import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.annotation.Version;

/** A number that many raise at once. */
@Entity
public record Account(@Id long id, long balance, @Version int version) {}
