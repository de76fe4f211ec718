package orm.test.types;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A document. */
public record Note(
    String title, @Nullable Instant at, List<Integer> stars, Map<String, Colour> marks) {}
