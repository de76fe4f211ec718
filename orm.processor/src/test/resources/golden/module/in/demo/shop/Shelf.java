package demo.shop;

import orm.api.annotation.Entity;
import orm.api.annotation.Id;

/** An entity. */
@Entity
public record Shelf(@Id int id) {}
