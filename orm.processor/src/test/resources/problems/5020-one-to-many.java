package demo;

import java.util.*;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.*;
import orm.api.model.Ref;

@Entity
@OneToMany(name = "a", target = String.class, mappedBy = "author")
@OneToMany(name = "b", target = Book.class, mappedBy = "autor")
@OneToMany(name = "c", target = Book.class, mappedBy = "title")
@OneToMany(name = "d", target = Book.class, mappedBy = "shop")
@OneToMany(name = "new", target = Book.class, mappedBy = "author")
record Author(@Id int id) {}
//^ ORM-5020 Cannot make a path Author.a: String is no entity. Annotate String with @Entity, or name an entity as target.
//^ ORM-5020 Cannot make a path Author.b: Book has no component autor. Let mappedBy name the component of Book that is a Ref<Author>.
//^ ORM-5020 Cannot make a path Author.c: Book.title is no Ref<Author>. Let mappedBy name the component of Book that refers to Author.
//^ ORM-5020 Cannot make a path Author.d: Book.shop is no Ref<Author>. Let mappedBy name the component of Book that refers to Author.

@Entity
@OneToMany(name = "new", target = Book.class, mappedBy = "shop")
record Shop(@Id int id) {}
//^ ORM-5020 Cannot make a path "new": it is no name of a method. Use letters and digits, and no word of Java.

@Entity
record Book(@Id int id, String title, Ref<Author> author, Optional<Ref<Shop>> shop) {}
