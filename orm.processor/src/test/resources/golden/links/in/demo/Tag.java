package demo;

import orm.api.annotation.Column;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.annotation.ManyToMany;

/** The side that names a link which the other side declares. */
@Entity(table = "label")
@ManyToMany(name = "books", target = Book.class, mappedBy = "tags")
public record Tag(@Id @Column(value = "code", length = 20) String name) {}
