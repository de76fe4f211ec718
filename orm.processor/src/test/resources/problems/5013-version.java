package demo;

import java.util.*;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.*;
import orm.api.model.Ref;

@Entity
record Problem(
    @Id int id,
    @Version String text,
//^ ORM-5013 Cannot count the updates in Problem.text: a version is a plain number. Declare it as long or int.
    @Version @Nullable Long absent,
//^ ORM-5013 Cannot count the updates in Problem.absent: a version is a plain number. Declare it as long or int.
    @Version short small) {}
//^ ORM-5013 Cannot count the updates in Problem.small: a version is a plain number. Declare it as long or int.

@Entity
record Twice(
    @Id int id,
    @Version long first,
    @Version int second) {}
//^ ORM-5013 Cannot map Twice.second: first is its version already. Keep one @Version.

@Entity
record Odd(
    @Id @Version long id) {}
//^ ORM-5013 Cannot map Odd.id: a key does not change, and a version does with each update. Remove @Id or @Version.
