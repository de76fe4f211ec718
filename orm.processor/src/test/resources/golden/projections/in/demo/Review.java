package demo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.model.Ref;

/** Also a link with columns of its own: a book, a critic and what the critic says. */
@Entity
public record Review(
    @Id Ref<Book> book, @Id Ref<Author> critic, int stars, @Nullable String text, Instant at) {}
