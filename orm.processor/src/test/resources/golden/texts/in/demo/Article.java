package demo;

import org.jspecify.annotations.Nullable;
import orm.api.annotation.Embeddable;
import orm.api.annotation.Embedded;
import orm.api.annotation.Entity;
import orm.api.annotation.FullText;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;

@Entity
@FullText({"title", "place.city"})
@FullText(value = "title", language = "english", name = "article_stems")
record Article(
    @Id @Generated @Nullable Long id,
    String title,
    @FullText @Nullable String summary,
    @Embedded Place place) {

  @Embeddable
  record Place(String street, String city) {}
}
