package orm.itest.module;

import org.jspecify.annotations.Nullable;
import orm.api.annotation.Cached;
import orm.api.annotation.Entity;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;

/** A table of a module. */
@Entity
@Cached
public record Depot(@Id @Generated @Nullable Long id, String name) {}
