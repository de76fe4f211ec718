package orm.itest.consumer;

import org.jspecify.annotations.Nullable;
import orm.api.annotation.Entity;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;
import orm.api.annotation.Unique;
import orm.api.annotation.Version;

/** What somebody wrote down. */
@Entity
public record Note(
    @Id @Generated @Nullable Long id,
    @Unique String title,
    int readers,
    @Version int version) {}
