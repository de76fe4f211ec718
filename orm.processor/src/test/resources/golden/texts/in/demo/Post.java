package demo;

import orm.api.annotation.Entity;
import orm.api.annotation.FullText;
import orm.api.annotation.Id;

@Entity
@FullText(
    value = {"title", "caption"},
    name = "post_words")
sealed interface Post {
  int id();

  record Text(@Id int id, String title, @FullText String body) implements Post {}

  record Image(@Id int id, String title, String caption) implements Post {}
}
