package demo;

import java.util.*;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.*;
import orm.api.model.Ref;

@Entity
record Problem(
    @Id int id,
    @Nullable int count,
//^ ORM-5008 Cannot map Problem.count: a plain int is never null. Declare it as Integer, or remove @Nullable.
    @Nullable Optional<String> twice,
//^ ORM-5008 Cannot map Problem.twice: it can be absent in two ways, and a column in one. Remove @Nullable.
    List<@Nullable String> holes,
//^ ORM-5008 Cannot map Problem.holes: the elements of a list column are never null. Remove @Nullable from the type of the elements, or keep the list as @Json.
    @Nullable String[] gaps) {}
//^ ORM-5008 Cannot map Problem.gaps: the elements of a list column are never null. Remove @Nullable from the type of the elements, or keep the list as @Json.
