package demo.shop.stock;

import orm.api.annotation.Entity;
import orm.api.annotation.Id;

/** An entity in a package below. */
@Entity
public record Item(@Id int id) {}
