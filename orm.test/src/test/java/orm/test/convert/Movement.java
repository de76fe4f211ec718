package orm.test.convert;

import org.jspecify.annotations.Nullable;
import orm.api.annotation.Entity;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;
import orm.api.model.Ref;

/** Refers to a composite key whose parts are all converted. */
@Entity
public record Movement(@Id @Generated @Nullable Long id, Ref<Stock> stock, int amount) {}
