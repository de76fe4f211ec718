package demo;

import java.util.*;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.*;
import orm.api.model.Ref;

@Entity
record Problem(
    @Id int id,
    Nothing nothing,
//^ ORM-5022 Cannot map Problem.nothing: enum Nothing has no constants. Give it at least one.
    @NativeEnum("kind") String kind) {}
//^ ORM-5022 Cannot map Problem.kind: @NativeEnum belongs to enums. Declare it as an enum, or remove @NativeEnum.

enum Nothing {}
