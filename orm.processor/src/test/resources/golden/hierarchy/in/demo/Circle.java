package demo;

import org.jspecify.annotations.Nullable;
import orm.api.annotation.Embedded;
import orm.api.annotation.Id;
import orm.api.annotation.Subtype;

/** A circle. */
@Subtype("circle")
public record Circle(
    @Id int layer, @Id int number, @Embedded @Nullable Point centre, double radius)
    implements Round {}
