package orm.test.cache;

import orm.api.annotation.Cached;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;

/** Is kept for a very short time. */
@Entity
@Cached(ttl = "1ms")
public record Moment(@Id long id, String what) {}
