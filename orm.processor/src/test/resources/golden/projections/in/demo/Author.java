package demo;

import org.jspecify.annotations.Nullable;
import orm.api.annotation.Embedded;
import orm.api.annotation.Entity;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;
import orm.api.annotation.OneToMany;

@Entity
@OneToMany(name = "books", target = Book.class, mappedBy = "author")
@OneToMany(name = "edited", target = Book.class, mappedBy = "editor")
public record Author(
    @Id @Generated @Nullable Long id, String name, @Embedded Place home, @Nullable String country) {}
