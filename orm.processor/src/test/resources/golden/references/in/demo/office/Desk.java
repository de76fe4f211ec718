package demo.office;

import orm.api.annotation.Entity;
import orm.api.annotation.Id;

/** Stands in another package. */
@Entity(table = "office_desk")
public record Desk(@Id String code) {}
