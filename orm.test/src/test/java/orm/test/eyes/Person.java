package orm.test.eyes;

import org.jspecify.annotations.Nullable;
import orm.api.annotation.Entity;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;
import orm.api.annotation.Sensitive;
import orm.api.annotation.Unique;

/** Somebody with secrets. */
@SuppressWarnings("ArrayRecordComponent") // rows of this kind are never compared
@Entity
public record Person(
    @Id @Generated @Nullable Long id,
    String name,
    @Sensitive @Unique String email,
    @Sensitive int pin,
    byte[] face) {}
