package demo;

import java.util.*;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.*;
import orm.api.model.Ref;

@Entity
record Problem(
    @Id int id,
    @ForeignKey(onDelete = ForeignKey.OnDelete.SET_NULL) Ref<Problem> next) {}
//^ ORM-5021 Cannot map Problem.next: SET_NULL would make null of a reference that is required. Declare it as @Nullable Ref, or use CASCADE or NO_ACTION.
@Entity
record Fallback(
    @Id int id,
    @ForeignKey(onUpdate = ForeignKey.OnUpdate.SET_DEFAULT) Ref<Fallback> next) {}
//^ ORM-5021 Cannot map Fallback.next: SET_DEFAULT asks for a default, and there is none. Add @Default("…"), or use CASCADE or NO_ACTION.
@Entity
record Names(
    @Id int id,
    @ForeignKey(name = "one") Ref<Names> first,
    @ForeignKey(name = "one") Ref<Names> second) {}
//^ ORM-5010 Cannot make constraint "one": there is one of this name already. Name it in the annotation with name = "…".
@Entity
record Text(
    @Id int id,
    @ForeignKey String text) {}
//^ ORM-5021 Cannot map Text.text: only a reference has a foreign key. Declare it as a Ref, or remove @ForeignKey.
