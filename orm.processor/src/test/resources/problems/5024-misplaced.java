package demo;

import java.util.*;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.*;
import orm.api.model.Ref;

@Entity
@Embeddable
record Both(@Id int id) {}
//^ ORM-5024 Cannot map Both: it is either a row or a part of one. Keep one of @Entity and @Embeddable.

@Check("1 = 1")
@Unique("a")
record Plain(int a) {}
//^ ORM-5024 Cannot map Plain: @Check means nothing without @Entity. Add @Entity, or remove it.
//^ ORM-5024 Cannot map Plain: @Unique means nothing without @Entity. Add @Entity, or remove it.

@Embeddable
@RenamedFrom("size")
record Part(
//^ ORM-5024 Cannot map Part: @RenamedFrom means nothing without @Entity. Add @Entity, or remove it.
    @Version int version) {}
//^ ORM-5024 Cannot map Part.version: @Version belongs to a whole row, not to a part of it. Move the component to the entity.

@Entity
record Problem(
    @Id int id,
    @Generated Ref<Problem> next,
//^ ORM-5024 Cannot map Problem.next: @Generated means nothing on a reference. Remove it.
    @Column("two") @Default("1") Ref<Two> two,
//^ ORM-5024 Cannot map Problem.two: @Default means nothing on a reference of several columns. Remove it.
//^ ORM-5024 Cannot map Problem.two: the key of Two has several columns, which one name cannot name. Leave @Column and @RenamedFrom out, or rename the component.
    @Embedded @Column("size") @Sensitive Size size,
//^ ORM-5024 Cannot map Problem.size: @Column means nothing on an embedded record. Remove it.
//^ ORM-5024 Cannot map Problem.size: @Sensitive means nothing on an embedded record. Remove it.
    @Column(length = 5) int number,
//^ ORM-5024 Cannot map Problem.number: only a text has a length, and it is positive. Remove length from @Column.
    @Unique List<String> list) {}
//^ ORM-5024 Cannot map Problem.list: lists, documents and intervals are not compared as a whole. Remove @Unique.

@Embeddable
record Size(int width) {}

@Entity
record Two(@Id int a, @Id int b) {}
