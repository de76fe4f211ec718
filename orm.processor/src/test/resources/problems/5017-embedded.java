package demo;

import java.util.*;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.*;
import orm.api.model.Ref;

@Entity
record Problem(
    @Id int id,
    @Embedded String text,
//^ ORM-5017 Cannot map Problem.text: String is no record. Embed a record, or leave @Embedded out.
    @Embedded Plain plain,
//^ ORM-5017 Cannot map Problem.plain: Plain is not marked as embeddable. Annotate record Plain with @Embeddable.
    @Embedded Tree tree) {}

record Plain(int a) {}

@Embeddable
record Tree(
    int a,
    @Embedded @Nullable Tree left) {}
//^ ORM-5017 Cannot map Tree.left: Tree would hold itself, and no table has that many columns. Break the circle, for example with a Ref.
