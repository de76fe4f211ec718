package orm.test.convert;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Converted;

/** A document with values of the user's in it. */
public record Terms(
    @Converted Money deposit,
    @Converted @Nullable Secret code,
    @Converted List<Money> steps,
    @Converted Map<String, Money> byCountry,
    @Converted Optional<Grade> grade,
    @Nullable Terms earlier) {}
