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
record Book(@Id int id, String title, String subtitle, int pages, Ref<Author> author, int year) {}

@Projection(Book.class)
record Card(
    String titel,
    //^ ORM-5028 Cannot map Card.titel: Book has no titel. Use one of these, with @Path if it has another name: title, id, pages, author, subtitle, ….
    @Path("author.nam") String name,
    //^ ORM-5028 Cannot map Card.name: Author has no nam. Use one of these, with @Path if it has another name: name, id, size, books.
    @Path("author.size.with") int width,
    //^ ORM-5028 Cannot map Card.width: Size has no with. Use one of these, with @Path if it has another name: width, height.
    @Path("title.length") int length,
    //^ ORM-5028 Cannot map Card.length: Book.title is a value without parts. Remove .length from the path.
    @Path("") int nothing,
    //^ ORM-5028 Cannot map Card.nothing: Book has no component without a name. Use one of these, with @Path if it has another name: id, year, pages, title, author, ….
    List<String> tags,
    //^ ORM-5028 Cannot map Card.tags: Book has no tags. Use one of these, with @Path if it has another name: pages, id, title, year, author, ….
    @Count("reviews") long reviews) {}
    //^ ORM-5028 Cannot map Card.reviews: Book has no reviews. Use one of these, with @Path if it has another name: pages, id, title, year, author, ….

@Projection(Author.class)
record Page(
    @Path("books.author.books.title") List<String> titles,
    //^ ORM-5028 Cannot map Page.titles: its path passes many rows twice, at Author.books. Nest a projection with a list in a list of projections.
    @OrderBy("titel") List<Book> books) {}
    //^ ORM-5028 Cannot map Page.books: Book has no titel. Use one of these, with @Path if it has another name: title, id, pages, author, subtitle, ….
