package demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Entity;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;
import orm.api.annotation.ManyToMany;
import orm.api.annotation.Numeric;
import orm.api.annotation.OneToMany;
import orm.api.model.Ref;

/** Two references to one table, one of them nullable, a reference to itself, and a link. */
@Entity
@OneToMany(name = "reviews", target = Review.class, mappedBy = "book")
@OneToMany(name = "sequels", target = Book.class, mappedBy = "sequelOf")
@ManyToMany(name = "tags", target = Tag.class)
public record Book(
    @Id @Generated @Nullable Long id,
    String title,
    @Nullable LocalDate published,
    @Numeric(precision = 12, scale = 2) BigDecimal price,
    @Nullable Integer pages,
    Format format,
    Ref<Author> author,
    @Nullable Ref<Author> editor,
    Optional<Ref<Book>> sequelOf,
    List<String> keywords,
    String[] marks) {}
