package orm.bench.library;

import org.jspecify.annotations.Nullable;
import orm.api.annotation.Entity;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;

/** A word that novels are found by; each has three of them. */
@Entity
public record Tag(@Id @Generated @Nullable Long id, String name) {}
