package orm.test.cache;

import orm.api.annotation.Cached;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;

/** Has bytes that anybody could change. */
@Entity
@Cached
@SuppressWarnings("ArrayRecordComponent") // that is the test
public record Photo(@Id long id, byte[] pixels) {}
