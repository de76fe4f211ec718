package demo;

import org.jspecify.annotations.Nullable;
import orm.api.annotation.Embeddable;
import orm.api.annotation.Embedded;
import orm.api.annotation.ForeignKey;
import orm.api.model.Ref;

/** Has a reference, and a part of its own. */
@Embeddable
public record Origin(
    @ForeignKey(onDelete = ForeignKey.OnDelete.CASCADE) Ref<Maker> maker,
    @Nullable Ref<Plant> plant,
    @Embedded demo.geo.Place place) {}
