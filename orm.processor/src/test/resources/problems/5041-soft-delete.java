package demo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.annotation.SoftDelete;

@Entity
record Problem(
    @Id int id,
    @SoftDelete @Nullable Instant fine,
    @SoftDelete Instant always,
//^ ORM-5041 Cannot mark rows as deleted in Problem.always: it holds neither a flag nor a time that can be absent. Declare it as boolean, or as @Nullable Instant.
    @SoftDelete @Nullable Boolean flag,
//^ ORM-5041 Cannot mark rows as deleted in Problem.flag: it can be null. Declare it as boolean, or as @Nullable Instant.
    @SoftDelete String text) {}
//^ ORM-5041 Cannot mark rows as deleted in Problem.text: it holds neither a flag nor a time that can be absent. Declare it as boolean, or as @Nullable Instant.
