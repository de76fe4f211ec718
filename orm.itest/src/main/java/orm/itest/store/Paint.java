package orm.itest.store;

import orm.api.annotation.Converted;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;

/** A thing that needs a converter. */
@Entity
public record Paint(@Id int number, @Converted Colour colour) {}
