package demo.other;

import demo.Colour;
import demo.Point;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Converted;
import orm.api.annotation.Json;
import orm.api.annotation.Projection;

/** What each column holds is said here, as there is no root. */
@Projection
public record Loose(
    @Json Point point,
    @Json @Nullable List<Point> points,
    @Converted Colour colour,
    byte @Nullable [] bytes,
    Optional<Thread.State> state,
    boolean row) {}
