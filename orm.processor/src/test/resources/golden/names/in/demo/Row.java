package demo;

import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.model.Ref;

/** Called like a class of the mapping, with keys called like nested classes. */
@Entity
public record Row(@Id Ref<Key> key, @Id char letter, Edit edit) {
  /** Called like a nested class. */
  public enum Edit {
    YES
  }
}
