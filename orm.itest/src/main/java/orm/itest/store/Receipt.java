package orm.itest.store;

import orm.api.annotation.Entity;
import orm.api.annotation.Id;

/** Written in the same transaction in which its account was raised. */
@Entity
public record Receipt(@Id long id, long account) {}
