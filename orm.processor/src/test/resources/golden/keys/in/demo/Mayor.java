package demo;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.annotation.Unique;
import orm.api.model.Ref;

/** Shares the key of a city, and refers to others. */
@Entity
public record Mayor(
    @Id Ref<City> city,
    @Unique(name = "mayor_birthplace_key") Ref<City> birthplace,
    @Nullable Ref<City> residence,
    Optional<Ref<City>> grave,
    @Nullable Ref<Mayor> predecessor) {}
