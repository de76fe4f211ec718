package demo;

import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.model.Ref;

/** A plant of a maker. */
@Entity
public record Plant(@Id Ref<Maker> maker, @Id int number) {}
