package demo;

import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.annotation.ManyToMany;

@Entity
@ManyToMany(name = "books", target = Book.class, mappedBy = "tags")
public record Tag(@Id String name) {}
