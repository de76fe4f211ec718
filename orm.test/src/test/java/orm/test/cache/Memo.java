package orm.test.cache;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Cached;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.annotation.SoftDelete;

/** Something that not everybody may see. */
@Entity
@Cached
public record Memo(
    @Id long id,
    String tenant,
    String text,
    @SoftDelete @Nullable Instant deletedAt) {}
