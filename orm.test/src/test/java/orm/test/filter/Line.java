package orm.test.filter;

import orm.api.annotation.Entity;
import orm.api.annotation.Id;

/** A line of a ledger; its key has two columns. */
@Entity
public record Line(@Id String book, @Id int number, String tenant, int amount) {}
