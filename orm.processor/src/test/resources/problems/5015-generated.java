package demo;

import java.util.*;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.*;
import orm.api.model.Ref;

@Entity
record Key(
    @Id @Generated long id) {}
//^ ORM-5015 Cannot generate Key.id: a record has no value for it before insert. Declare it as @Nullable Long.

@Entity
record Problem(
    @Id int id,
    @Generated @Nullable Long count,
//^ ORM-5015 Cannot generate Problem.count: only a key is counted up on every database. Mark it with @Id, or use @Generated(SEQUENCE).
    @Generated(Generated.Strategy.SEQUENCE) @Nullable String text,
//^ ORM-5015 Cannot generate Problem.text: the database counts in whole numbers. Declare it as @Nullable Long or @Nullable Integer.
    @Generated(Generated.Strategy.UUID) @Nullable Long uuid,
//^ ORM-5015 Cannot generate Problem.uuid: a UUID does not fit its type. Declare it as @Nullable UUID.
    @Generated(by = "g") @Nullable Boolean flag,
//^ ORM-5015 Cannot generate Problem.flag: a generator makes texts, whole numbers and UUIDs. Declare it as @Nullable String, Long, Integer or UUID.
    @Generated(by = "g") String always,
//^ ORM-5015 Cannot generate Problem.always: a record has no value for it before insert. Declare it as @Nullable String.
    @Generated(value = Generated.Strategy.UUID, by = "g") @Nullable UUID both,
//^ ORM-5015 Cannot generate Problem.both: both a generator and a strategy are named. Keep by="g" alone, or remove it.
    @Generated(Generated.Strategy.DEFAULT) @Nullable Integer number) {}
//^ ORM-5015 Cannot generate Problem.number: the column has no default. Add @Default("…").
