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
record Text(
    @Id int id,
    @ForeignKey String text) {}
//^ ORM-5021 Cannot map Text.text: only a reference has a foreign key. Declare it as a Ref, or remove @ForeignKey.
