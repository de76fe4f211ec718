package orm.test.swap;

import orm.api.annotation.Entity;
import orm.api.annotation.Id;

/** What a worker wrote in the same transaction in which it raised a counter. */
@Entity
record Receipt(@Id long id, long counter) {}
