package orm.test.lifecycle;

import org.jspecify.annotations.Nullable;
import orm.api.annotation.CreatedBy;
import orm.api.annotation.Entity;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;
import orm.api.annotation.UpdatedBy;
import orm.api.annotation.Version;
import orm.api.model.Ref;

/** Has a key of a generator, and tells who wrote it. */
@Entity
public record Ticket(
    @Id @Generated(by = "ticket") @Nullable String id,
    String text,
    @CreatedBy String opener,
    @UpdatedBy @Nullable String editor,
    @Nullable Ref<Ticket> follows,
    @Version int version) {
  static Ticket of(String text) {
    return new Ticket(null, text, "", null, null, 0);
  }
}
