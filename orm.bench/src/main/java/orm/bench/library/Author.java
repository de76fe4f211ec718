package orm.bench.library;

import org.jspecify.annotations.Nullable;
import orm.api.annotation.Entity;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;
import orm.api.annotation.Index;
import orm.api.annotation.OneToMany;

/** Who has written ten novels; a hundred authors share a country. */
@Entity
@OneToMany(name = "novels", target = Novel.class, mappedBy = "author")
public record Author(
    @Id @Generated @Nullable Long id, String name, @Index String country) {}
