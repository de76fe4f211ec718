package demo;

import org.jspecify.annotations.Nullable;
import orm.api.annotation.Entity;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;
import orm.api.annotation.ManyToMany;

/** The side that declares links: to another table, to one with a key of two, and to itself. */
@Entity
@ManyToMany(name = "tags", target = Tag.class)
@ManyToMany(name = "shelves", target = Shelf.class)
@ManyToMany(
    name = "heldAt",
    target = Shelf.class,
    table = "reserved",
    columns = "volume",
    targetColumns = {"room", "place"})
@ManyToMany(name = "similarBooks", target = Book.class, table = "similar")
@ManyToMany(name = "media", target = Medium.class)
public record Book(@Id @Generated @Nullable Long id, String title) {}
