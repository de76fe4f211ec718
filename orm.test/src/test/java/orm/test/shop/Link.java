package orm.test.shop;

import orm.api.annotation.Entity;
import orm.api.annotation.ForeignKey;
import orm.api.annotation.Id;
import orm.api.model.Ref;

/** A link of a ring: its reference is checked at commit. */
@Entity
public record Link(@Id int id, @ForeignKey(deferred = true) Ref<Link> next) {}
