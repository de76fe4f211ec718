package demo;

import java.time.Instant;
import orm.api.annotation.CreatedBy;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.annotation.UpdatedBy;

@Entity
record Problem(
    @Id int id,
    @CreatedBy Instant when,
//^ ORM-5042 Cannot keep in Problem.when who writes: an actor is a text, a whole number or a UUID. Declare it as String, Long, Integer or UUID.
    @CreatedBy @UpdatedBy String both) {}
//^ ORM-5042 Cannot keep in Problem.both who writes: it cannot hold both. Keep one of @CreatedBy and @UpdatedBy.
