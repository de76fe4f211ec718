package orm.test.swap;

import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.annotation.Version;

/** A number that many raise. */
@Entity
record Counter(@Id long id, long amount, @Version int version) {}
