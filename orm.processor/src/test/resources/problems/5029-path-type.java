package demo;

import java.util.*;
import orm.api.annotation.*;
import orm.api.model.Ref;

@Embeddable
record Size(int width, int height) {}

@Entity
@OneToMany(name = "books", target = Book.class, mappedBy = "author")
record Author(@Id int id, String name, @Embedded Size size) {}

@Entity
record Book(@Id int id, String title, Ref<Author> author, List<String> keywords) {}

@Projection(Book.class)
record BookCard(int id) {}

@Projection
record Loose(int id) {}

@Projection(Book.class)
record Card(
    long id,
    //^ ORM-5029 Cannot map Card.id: id is of type Integer. Declare it as Integer, or name another path with @Path.
    int author,
    //^ ORM-5029 Cannot map Card.author: its path leads to a row of Author. Declare it as Ref<Author>, Author or a projection of Author, or name another path with @Path.
    @Path("author") BookCard card,
    //^ ORM-5029 Cannot map Card.card: BookCard is a projection of Book, and its path leads to Author. Declare it as a projection of Author, or name another path with @Path.
    @Path("author") Loose loose,
    //^ ORM-5029 Cannot map Card.loose: Loose has no root, and its path leads to Author. Declare it as a projection of Author, or name another path with @Path.
    @Path("author.size") String size,
    //^ ORM-5029 Cannot map Card.size: size is of type Size. Declare it as Size, or name another path with @Path.
    List<Integer> keywords) {}
    //^ ORM-5029 Cannot map Card.keywords: keywords is of type List<String>. Declare it as List<String>, or name another path with @Path.

@Projection(Author.class)
record Page(
    Book books,
    //^ ORM-5029 Cannot map Page.books: its path leads to many rows of Book. Declare it as a List, or count them in a long with @Count.
    @Path("books") List<String> names,
    //^ ORM-5029 Cannot map Page.names: its path leads to a row of Book. Declare it as a List of Book or a projection of Book, or name another path with @Path.
    @Path("books.title") List<Integer> titles,
    //^ ORM-5029 Cannot map Page.titles: title is of type String. Declare it as a List of String, or name another path with @Path.
    @Count("books") int count) {}
    //^ ORM-5029 Cannot map Page.count: a count of rows is a long. Declare it as long.
