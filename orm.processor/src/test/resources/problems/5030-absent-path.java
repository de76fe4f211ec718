package demo;

import java.util.*;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.*;
import orm.api.model.Ref;

@Entity
@OneToMany(name = "edited", target = Book.class, mappedBy = "editor")
record Author(@Id int id, String name, @Nullable String country) {}

@Entity
record Book(
    @Id @Generated @Nullable Integer id,
    @Nullable Integer pages,
    @Nullable Ref<Author> editor) {}

@Projection(Author.class)
record Name(String name) {}

@Projection(Book.class)
record Card(
    int id,
    int pages,
    //^ ORM-5030 Cannot map Card.pages: Book.pages may be absent, and the component may not. Declare it as @Nullable Integer or Optional<Integer>.
    Name editor,
    //^ ORM-5030 Cannot map Card.editor: Book.editor may be absent, and the component may not. Declare it as @Nullable Name or Optional<Name>.
    @Path("editor") Author whole,
    //^ ORM-5030 Cannot map Card.whole: Book.editor may be absent, and the component may not. Declare it as @Nullable Author or Optional<Author>.
    @Path("editor.name") String name,
    //^ ORM-5030 Cannot map Card.name: Book.editor may be absent, and the component may not. Declare it as @Nullable String or Optional<String>.
    @Path("editor.edited") List<Book> edited,
    @Count("editor.edited") long count) {}

@Projection(Author.class)
record Page(
    @Path("edited.pages") List<Integer> pages,
    //^ ORM-5030 Cannot map Page.pages: Book.pages may be absent, and an element of a list may not. List projections that hold it as @Nullable.
    @Nullable List<Book> edited,
    //^ ORM-5008 Cannot map Page.edited: a nested list may be empty; neither it nor an element is null. Remove @Nullable.
    @Path("edited") Optional<List<Book>> more,
    //^ ORM-5008 Cannot map Page.more: a nested list may be empty; neither it nor an element is null. Remove Optional.
    @Nullable Optional<String> country) {}
    //^ ORM-5008 Cannot map Page.country: it can be absent in two ways, and a column in one. Remove @Nullable.
