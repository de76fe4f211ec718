package orm.test.convert;

import java.time.Duration;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Converted;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.annotation.Json;
import orm.api.annotation.Unique;

/** Each kind of converter in a column, and in a list, a key and a document. */
@Entity
public record Product(
    @Id @Converted ProductId id,
    @Converted Money price,
    @Converted @Nullable Money oldPrice,
    @Converted Currency currency,
    @Converted @Unique Secret secret,
    @Converted List<Currency> accepted,
    @Converted @Nullable List<Money> history,
    @Converted Grade grade,
    @Converted Duration lasts,
    @Converted @Nullable Theme theme,
    @Json @Nullable Terms terms) {}
