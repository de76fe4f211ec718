package demo.page;

import demo.Author;
import demo.BookCard;
import demo.Place;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Projection;

/** No root, and whole rows, embedded records and lists among the parts. */
@Projection(void.class)
record Pair(
    Author row,
    @Nullable Author other,
    Optional<BookCard> card,
    @Nullable Place place,
    List<BookCard> cards,
    int number) {}
