package demo;

import java.util.*;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.*;
import orm.api.model.Ref;

@Entity
record Problem(
    @Id int id,
    String text,
    @Column("Text") String other,
//^ ORM-5009 Cannot make column "Text" for other: it is the column of text. Name the column with @Column("…").
    Ref<Problem> next,
    int nextId,
//^ ORM-5009 Cannot make column "next_id" for nextId: it is the column of next. Name the column with @Column("…").
    int partA,
    @Embedded Part part,
//^ ORM-5009 Cannot make column "part_a" for part.a: it is the column of partA. Begin the names of its columns with @Embedded(prefix = "…").
    Ref<Two> two,
    int twoX) {}
//^ ORM-5009 Cannot make column "two_x" for twoX: it is the column of two.x. Name the column with @Column("…").

@Embeddable
record Part(int a) {}

@Entity
record Two(@Id int x, @Id int y) {}

@Entity
sealed interface Shape {
  @Subtype("a")
  record A(
      @Id int id,
      String kind) implements Shape {}
  //^ ORM-5009 Cannot make column "kind" for kind: it is the column of the discriminator. Name the column with @Column("…").
}
