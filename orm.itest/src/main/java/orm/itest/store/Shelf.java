package orm.itest.store;

import org.jspecify.annotations.Nullable;
import orm.api.annotation.Column;
import orm.api.annotation.Entity;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;
import orm.api.annotation.Unique;

/** A place for items. */
@Entity
public record Shelf(
    @Id @Generated @Nullable Long id,
    @Unique @Column(length = 20) String label) {}
