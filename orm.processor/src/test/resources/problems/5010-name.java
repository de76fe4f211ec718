package demo;

import java.util.*;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.*;
import orm.api.model.Ref;

@Entity
record Problem(
    @Id int id,
    int abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcd,
//^ ORM-5010 Cannot make column "abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcd": its name has 64 bytes, and databases allow 63. Name the column with @Column("…").
    @Column("äöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäö") int umlauts,
//^ ORM-5010 Cannot make column "äöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäö": its name has 64 bytes, and databases allow 63. Name the column with @Column("…").
    @Column(" ") int blank,
//^ ORM-5010 Cannot make column " ": it has no name. Name the column with @Column("…").
    @Column("a\tb") int tab,
//^ ORM-5010 Cannot make column "a	b": its name holds a control character. Name the column with @Column("…").
    @Embedded(prefix = "abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghij") Part part) {}
//^ ORM-5010 Cannot make column "abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijlong": its name has 64 bytes, and databases allow 63. Begin the names of its columns with @Embedded(prefix = "…").

@Embeddable
record Part(@Column("long") int a) {}

@Entity(table = "abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcd")
record Table(@Id int id) {}
//^ ORM-5010 Cannot make table "abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcd": its name has 64 bytes, and databases allow 63. Name the table with @Entity(table = "…").

@Entity
record Constraint(
    @Id int id,
    @Unique int abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghij,
//^ ORM-5010 Cannot make constraint "constraint_abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghij_key": its name has 75 bytes, and databases allow 63. Name it in the annotation with name = "…".
    @Check("{a} > 0") @Check("{a} < 9")
    int a,
//^ ORM-5010 Cannot make constraint "constraint_a_check": there is one of this name already. Name it in the annotation with name = "…".
    @NativeEnum("") Kind kind,
//^ ORM-5010 Cannot make enum type "": it has no name. Name the type with @NativeEnum("…").
    @Generated(value = Generated.Strategy.SEQUENCE, sequence = " ") @Nullable Long number) {}
//^ ORM-5010 Cannot make sequence " ": it has no name. Name the sequence with @Generated(sequence = "…").

enum Kind {
  ONE
}

@Entity
record Names(
    @Id int id,
    @Check("{a} > 0") @Check("{a} < 9")
    int a,
//^ ORM-5010 Cannot make constraint "names_a_check": there is one of this name already. Name it in the annotation with name = "…".
    @Unique int abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghij) {}
//^ ORM-5010 Cannot make constraint "names_abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghij_key": its name has 70 bytes, and databases allow 63. Name it in the annotation with name = "…".
