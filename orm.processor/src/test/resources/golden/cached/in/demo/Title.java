package demo;

import orm.api.annotation.Cached;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;

/** Rows that are asked for often. */
@Entity
@Cached(ttl = "30s", size = 500)
public record Title(@Id long id, String name) {}
