package demo;

import org.jspecify.annotations.Nullable;
import orm.api.annotation.Check;
import orm.api.annotation.Column;
import orm.api.annotation.Embeddable;
import orm.api.annotation.Index;

/** A part of a row. */
@Embeddable
@Check("{width} <= {height}")
public record Size(@Check("{width} > 0") int width, @Column("h") int height, @Index @Nullable String unit) {}
