package demo;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Embedded;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.annotation.Unique;

/** Embeds records, some of which may be absent. */
@Entity
@Unique({"size.width", "size.unit"})
public record Product(
    @Id int id,
    @Embedded Size size,
    @Embedded(prefix = "box_") @Nullable Size packedSize,
    @Embedded Optional<Size> unfolded,
    @Embedded(prefix = "") Origin origin) {}
