package orm.test.filter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Entity;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;
import orm.api.annotation.Index;
import orm.api.annotation.SoftDelete;
import orm.api.annotation.UpdatedAt;
import orm.api.annotation.Version;

/** Is kept after it was deleted; its title is free again then. */
@Entity
public record Memo(
    @Id @Generated @Nullable Long id,
    @Index(unique = true, where = "{deletedAt} IS NULL") String title,
    @UpdatedAt @Nullable Instant updated,
    @SoftDelete @Nullable Instant deletedAt,
    @Version int version) {}
