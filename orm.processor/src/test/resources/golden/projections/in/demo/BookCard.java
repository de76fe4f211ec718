package demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Count;
import orm.api.annotation.Path;
import orm.api.annotation.Projection;

/** A flat projection: each component is one column. */
@Projection(Book.class)
public record BookCard(
    long id,
    String title,
    @Path("author.name") String author,
    @Path("author.home.city") String city,
    @Path("editor.name") @Nullable String editor,
    @Path("editor.country") Optional<String> editedIn,
    @Path("sequelOf.sequelOf.title") @Nullable String first,
    Optional<LocalDate> published,
    BigDecimal price,
    @Nullable Integer pages,
    Format format,
    @Count("reviews") long reviews,
    @Count("author.books") Long sameAuthor) {}
