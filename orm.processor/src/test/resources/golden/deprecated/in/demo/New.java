package demo;

import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.model.Ref;

/** Has a component that has seen its day, and refers to an entity that has. */
@Entity
@SuppressWarnings("deprecation")
public record New(@Id int id, String text, Ref<Old> old) {
  @Deprecated(forRemoval = true)
  @Override
  public String text() {
    return text;
  }
}
