package orm.example.catalog;

import org.jspecify.annotations.Nullable;
import orm.api.annotation.Entity;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;
import orm.api.annotation.OneToMany;

/**
 * Somebody who writes.
 *
 * @param id null before the row is inserted
 * @param name the full name
 * @param country where the author is from, as in ISO 3166; null where nobody knows
 */
@Entity
@OneToMany(name = "books", target = Book.class, mappedBy = "author")
public record Author(
    @Id @Generated @Nullable Long id, String name, @Nullable String country) {

  /** Makes an author who is not stored yet. */
  public Author(String name, @Nullable String country) {
    this(null, name, country);
  }
}
