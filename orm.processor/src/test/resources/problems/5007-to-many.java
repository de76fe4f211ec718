package demo;

import java.util.*;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.*;
import orm.api.model.Ref;

@Entity
record Author(
    @Id int id,
    List<Ref<Book>> books,
//^ ORM-5007 Cannot map Author.books: it would be many rows, and a record is one. Remove it, and put @OneToMany(name = "books", target = Book.class, mappedBy = "…") on the record.
    Set<Book> more) {}
//^ ORM-5007 Cannot map Author.more: it would be many rows, and a record is one. Remove it, and put @OneToMany(name = "more", target = Book.class, mappedBy = "…") on the record.

@Entity
record Book(@Id int id, Ref<Author> author) {}
