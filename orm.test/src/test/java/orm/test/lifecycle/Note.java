package orm.test.lifecycle;

import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.annotation.Version;

/** Is listened to. */
@Entity
public record Note(@Id long id, String text, @Version int version) {}
