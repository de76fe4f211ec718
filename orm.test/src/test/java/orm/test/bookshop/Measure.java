package orm.test.bookshop;

import orm.api.annotation.Entity;
import orm.api.annotation.Id;

/** Numbers and notes whose keys are given. */
@Entity
public record Measure(@Id int id, double reading, String note) {}
