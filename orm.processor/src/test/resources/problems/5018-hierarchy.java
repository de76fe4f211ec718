package demo;

import java.util.*;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.*;
import orm.api.model.Ref;

@Entity
sealed interface Shape permits Circle, Square, Cube, Ring, Dot, Line {}

@Subtype("circle")
record Circle(@Id int id, int size, String name, @Version int version) implements Shape {}

@Subtype("circle")
record Square(
//^ ORM-5018 Cannot map Square: Circle has the discriminator value circle too. Give each subtype its own.
    @Id int id) implements Shape {}

record Cube(
//^ ORM-5018 Cannot map Cube: nothing tells its rows from those of other subtypes. Annotate it with @Subtype("…").
    @Id int id) implements Shape {}

@Subtype("")
record Ring(
//^ ORM-5018 Cannot map Ring: its discriminator value is empty. Name it in @Subtype.
    @Id int id) implements Shape {}

@Subtype("dot")
@Entity
record Dot(
//^ ORM-5018 Cannot map Dot: it shares the table of Shape. Keep @Entity on the interface only.
    @Id int id) implements Shape {}

final class Line implements Shape {}
//^ ORM-5018 Cannot map Line: a subtype of an entity is a record. Make Line a record.

@Subtype("alone")
record Alone(
//^ ORM-5018 Cannot map Alone: @Subtype means nothing without a sealed interface that is an entity. Annotate the interface with @Entity, or remove @Subtype.
    @Id int id) {}

@Entity
sealed interface Animal permits Cat, Dog {}

@Subtype("cat")
record Cat(
    @Id int id,
    @Column("colour") String fur,
    int age,
    String name,
    @Version int version) implements Animal {}
//^ ORM-5018 Cannot map Cat.version: not every subtype has it. Add it to all of them, or remove @Version or @Generated.

@Subtype("dog")
record Dog(
    @Id int id,
    String fur,
//^ ORM-5018 Cannot map Dog.fur: its type or columns differ from Cat.fur. Declare both alike, but for being nullable, or rename one.
    long age,
//^ ORM-5018 Cannot map Dog.age: its type or columns differ from Cat.age. Declare both alike, but for being nullable, or rename one.
    @Nullable String name) implements Animal {}

@Entity
sealed interface Keyed permits One, Two {}

@Subtype("one")
record One(@Id int id) implements Keyed {}

@Subtype("two")
record Two(
//^ ORM-5018 Cannot map Two: its key is [code], and that of One is [id]. Give all subtypes the same key components.
    int id, @Id int code) implements Keyed {}
//^ ORM-5018 Cannot map Two.id: its type or columns differ from One.id. Declare both alike, but for being nullable, or rename one.
