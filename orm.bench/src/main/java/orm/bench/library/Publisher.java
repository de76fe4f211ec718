package orm.bench.library;

import org.jspecify.annotations.Nullable;
import orm.api.annotation.Entity;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;

/** Who has published a hundred novels. */
@Entity
public record Publisher(@Id @Generated @Nullable Long id, String name, String city) {}
