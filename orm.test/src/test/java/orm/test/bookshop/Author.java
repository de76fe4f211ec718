package orm.test.bookshop;

import org.jspecify.annotations.Nullable;
import orm.api.annotation.Entity;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;
import orm.api.annotation.OneToMany;

/** Somebody who writes. */
@Entity
@OneToMany(name = "books", target = Book.class, mappedBy = "author")
public record Author(
    @Id @Generated @Nullable Long id, String name, @Nullable String country) {}
