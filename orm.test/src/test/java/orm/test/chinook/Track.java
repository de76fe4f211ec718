package orm.test.chinook;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Column;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.annotation.Numeric;
import orm.api.model.Ref;

/** A piece of music, or an episode. */
@Entity
public record Track(
    @Id int trackId,
    @Column(length = 200) String name,
    @Nullable Ref<Album> album,
    Ref<MediaType> mediaType,
    @Nullable Ref<Genre> genre,
    @Nullable @Column(length = 220) String composer,
    int milliseconds,
    @Nullable Integer bytes,
    @Numeric(precision = 10, scale = 2) BigDecimal unitPrice) {}
