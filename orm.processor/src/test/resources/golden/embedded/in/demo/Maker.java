package demo;

import orm.api.annotation.Entity;
import orm.api.annotation.Id;

/** A maker. */
@Entity
public record Maker(@Id String name) {}
