package orm.example.catalog;

import org.jspecify.annotations.Nullable;
import orm.api.annotation.Cached;
import orm.api.annotation.Converted;
import orm.api.annotation.Entity;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;
import orm.api.annotation.OneToMany;

/**
 * Somebody who writes: read often, changed hardly ever, so rows stay in memory where a cache is.
 *
 * @param id null before the row is inserted
 * @param name the full name
 * @param country where the author is from; null where nobody knows
 */
@Entity
@Cached(ttl = "1h", size = 1_000)
@OneToMany(name = "books", target = Book.class, mappedBy = "author")
public record Author(
    @Id @Generated @Nullable Long id,
    String name,
    @Converted @Nullable Country country) {

  /** Makes an author who is not stored yet, from a country of this code. */
  public Author(String name, String country) {
    this(null, name, new Country(country));
  }
}
