package demo;

import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.annotation.ManyToMany;

/** A key of two columns. */
@Entity
@ManyToMany(name = "books", target = Book.class, mappedBy = "shelves")
@ManyToMany(name = "reserved", target = Book.class, mappedBy = "heldAt")
public record Shelf(@Id String room, @Id int place) {}
