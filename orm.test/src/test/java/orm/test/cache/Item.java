package orm.test.cache;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Cached;
import orm.api.annotation.Entity;
import orm.api.annotation.ForeignKey;
import orm.api.annotation.Id;
import orm.api.annotation.ManyToMany;
import orm.api.annotation.Unique;
import orm.api.annotation.Version;
import orm.api.model.Ref;

/** Something that is asked for often. */
@Entity
@Cached(ttl = "1h", size = 1_000)
@ManyToMany(name = "tags", target = Tag.class)
public record Item(
    @Id long id,
    @Unique String code,
    String name,

    @ForeignKey(onDelete = ForeignKey.OnDelete.CASCADE) @Nullable
    Ref<Shelf> shelf,

    @Version long version) {
  static Item of(long id, String name) {
    return new Item(id, "c" + id, name, null, 0);
  }

  Item named(String other) {
    return new Item(id, code, other, shelf, version);
  }

  Item coded(String other) {
    return new Item(id, other, name, shelf, version);
  }

  Item on(Shelf where) {
    return new Item(id, code, name, Shelf_.SHELF.refTo(where), version);
  }

  static Optional<String> nameOf(Optional<Item> item) {
    return item.map(Item::name);
  }
}
