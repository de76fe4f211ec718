package demo;

import java.util.*;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.*;
import orm.api.model.Ref;

@Entity
record Problem(
    @Id int id,
    Ref<Author> author,
//^ ORM-5012 Cannot map Problem.author: Author is no entity. Annotate Author with @Entity, or refer to an entity.
    @Nullable Ref<?> any,
//^ ORM-5012 Cannot map Problem.any: ? is no entity. Annotate ? with @Entity, or refer to an entity.
    Optional<Ref<Circle>> circle) {}
//^ ORM-5012 Cannot map Problem.circle: no foreign key can tell that a row is a Circle. Refer to the sealed interface.

record Author(int id) {}

@Entity
sealed interface Shape permits Circle {}

@Subtype("circle")
record Circle(@Id int id) implements Shape {}
