package orm.test.convert;

import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Converted;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.annotation.Json;

/** A converted component in each place where a converter can fail. */
@Entity
public record Shelf(
    @Id int id,
    @Converted @Nullable Money worth,
    @Converted @Nullable List<Money> parts,
    @Json @Nullable Terms terms) {}
