package demo;

import orm.api.annotation.Entity;
import orm.api.annotation.FullText;
import orm.api.annotation.Id;
import orm.api.annotation.Subtype;

@Entity
@FullText(
    value = {"title", "caption"},
    name = "post_words")
sealed interface Post {
  int id();

  @Subtype("image")
  record Image(@Id int id, String title, String caption) implements Post {}

  @Subtype("text")
  record Text(@Id int id, String title, @FullText String body) implements Post {}
}
