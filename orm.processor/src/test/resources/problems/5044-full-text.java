package demo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.*;
import orm.api.model.Ref;

@Entity
@FullText({"title", "pages"})
@FullText({"title", "titel"})
@FullText({"title", "title"})
@FullText(value = "title", language = "Klingon!", name = "a_b")
@FullText(value = "title", name = "no-name")
@FullText("next")
@FullText
record Problem(
//^ ORM-5044 Cannot read @FullText of Problem: component "pages" holds no text. Name components of type String.
//^ ORM-5019 Cannot read @FullText of Problem: there is no component "titel". Name one of id, title, pages, kind, words, next.
//^ ORM-5044 Cannot read @FullText of Problem: it names "title" twice. Name it once.
//^ ORM-5044 Cannot read @FullText of Problem: "Klingon!" is no name of a language. Use simple, or a text search configuration of PostgreSQL such as english.
//^ ORM-5044 Cannot make a field "no-name" for @FullText: it is no name of a field. Give it a name of letters, digits and underscores.
//^ ORM-5044 Cannot read @FullText of Problem: component "next" holds no text. Name components of type String.
//^ ORM-5019 Cannot read @FullText of Problem: it names no component. Name the components, or move it to a component.
    @Id int id,
    String title,
    @FullText int pages,
//^ ORM-5044 Cannot read @FullText of pages: component "pages" holds no text. Name components of type String.
    @FullText Kind kind,
//^ ORM-5044 Cannot read @FullText of kind: component "kind" holds no text. Name components of type String.
    @FullText List<String> words,
//^ ORM-5044 Cannot read @FullText of words: component "words" holds no text. Name components of type String.
    @Nullable Ref<Problem> next) {}

enum Kind { A }
