package demo;

import org.jspecify.annotations.Nullable;
import orm.api.annotation.Entity;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;

/** Has a key from a sequence. */
@Entity
public record Ticket(
    @Id @Generated(Generated.Strategy.SEQUENCE) @Nullable Integer number,
    @Generated(value = Generated.Strategy.SEQUENCE, sequence = "places") @Nullable Long place) {}
