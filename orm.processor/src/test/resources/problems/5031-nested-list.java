package demo;

import java.util.*;
import orm.api.annotation.*;
import orm.api.model.Ref;

enum Format { PAPER }

@Entity
@OneToMany(name = "books", target = Book.class, mappedBy = "author")
record Author(@Id int id, String name) {}

@Entity
record Book(@Id int id, String title, Format format, Ref<Author> author, List<String> keywords) {}

@Projection(Author.class)
record Page(
    @Limit(1) int id,
    //^ ORM-5031 Cannot map Page.id: it holds no nested list. Remove @Limit.
    @OrderBy("name") String name,
    //^ ORM-5031 Cannot map Page.name: it holds no nested list. Remove @OrderBy.
    @Limit(0) List<Book> books,
    //^ ORM-5031 Cannot map Page.books: its limit 0 leaves no element. Use at least 1, or remove @Limit.
    @Path("books") @OrderBy("id, format desc, author, author.books, title down, ,author.name asc") List<Book> sorted,
    //^ ORM-5031 Cannot map Page.sorted: Book.format has no order. Sort by a text, a number, a time or a key.
    //^ ORM-5031 Cannot map Page.sorted: Book.author has no order. Sort by a text, a number, a time or a key.
    //^ ORM-5031 Cannot map Page.sorted: Book.author.books has no order. Sort by a text, a number, a time or a key.
    //^ ORM-5031 Cannot map Page.sorted: "title down" is no sort key. Write it as "name" or "name desc", with commas between several.
    //^ ORM-5031 Cannot map Page.sorted: "" is no sort key. Write it as "name" or "name desc", with commas between several.
    @Count("name") long count,
    //^ ORM-5031 Cannot map Page.count: name is no path to many rows. Name a path of @OneToMany or @ManyToMany.
    @Count("books.author") long authors,
    //^ ORM-5031 Cannot map Page.authors: books.author is no path to many rows. Name a path of @OneToMany or @ManyToMany.
    @Count("books") @Path("books") long both) {}
    //^ ORM-5024 Cannot map Page.both: @Count names a path. Remove @Path.

@Projection(Book.class)
record Words(
    @Limit(2) List<String> keywords,
    //^ ORM-5031 Cannot map Words.keywords: it holds no nested list. Remove @Limit.
    @Id int id) {}
    //^ ORM-5024 Cannot map Words.id: @Id means nothing in a projection. Remove it.

@Projection
record Loose(
    @Path("x") int x,
    //^ ORM-5024 Cannot map Loose.x: @Path means nothing without a root. Name the root with @Projection(….class), or remove it.
    @Limit(1) List<Book> books) {}
    //^ ORM-5024 Cannot map Loose.books: @Limit means nothing without a root. Name the root with @Projection(….class), or remove it.

@Entity
record Row(
    @Id int id,
    @Path("x") int x) {}
    //^ ORM-5024 Cannot map Row.x: @Path means nothing on a component of a table; it belongs to projections. Remove it.

@Projection(Book.class)
record Constant(
    @Path("id") int SHAPE,
    //^ ORM-5011 Cannot generate SHAPE for SHAPE: it is the name of a constant of the generated class. Choose another name; the column keeps its own with @Column("…").
    int id) {}
