package orm.itest.store;

import org.jspecify.annotations.Nullable;
import orm.api.annotation.CreatedBy;
import orm.api.annotation.Entity;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;

/** Has a key and a sender that services supply. */
@Entity
public record Parcel(
    @Id @Generated(by = "parcel") @Nullable String id,
    String tenant,
    String text,
    @CreatedBy String sender) {}
