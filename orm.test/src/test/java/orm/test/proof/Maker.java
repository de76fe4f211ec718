package orm.test.proof;

import org.jspecify.annotations.Nullable;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.annotation.OneToMany;
import orm.api.model.Ref;

/** Who makes parts; a maker may belong to another one. */
@Entity
@OneToMany(name = "parts", target = Part.class, mappedBy = "maker")
public record Maker(
    @Id int id,
    String name,
    @Nullable String country,
    @Nullable Ref<Maker> owner) {}
