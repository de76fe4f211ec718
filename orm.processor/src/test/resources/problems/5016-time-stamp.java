package demo;

import java.util.*;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.*;
import orm.api.model.Ref;

@Entity
record Problem(
    @Id int id,
    @CreatedAt java.time.LocalDate date,
//^ ORM-5016 Cannot stamp Problem.date: a time stamp is a point in time. Declare it as Instant or OffsetDateTime.
    @CreatedAt @UpdatedAt java.time.Instant both) {}
//^ ORM-5016 Cannot stamp Problem.both: it cannot hold the times of both insert and update. Keep one of @CreatedAt and @UpdatedAt.
