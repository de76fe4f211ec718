package demo;

import java.util.*;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.*;
import orm.api.model.Ref;

@Entity
@OneToMany(name = "next", target = Problem.class, mappedBy = "next")
@OneToMany(name = "getClass", target = Problem.class, mappedBy = "next")
record Problem(
//^ ORM-5011 Cannot generate next() for Problem: it is the name of reference next. Choose another name; the column keeps its own with @Column("…").
//^ ORM-5011 Cannot generate getClass() for Problem: it is the name of a method of every object. Choose another name; the column keeps its own with @Column("…").
    @Id int id,
    Ref<Problem> next,
    Ref<Problem> schema,
//^ ORM-5011 Cannot generate schema() for schema: it is the name of a method of every table. Choose another name; the column keeps its own with @Column("…").
    int PROBLEM,
//^ ORM-5011 Cannot generate PROBLEM for PROBLEM: it is the name of the constant of the table. Choose another name; the column keeps its own with @Column("…").
    @Unique int code,
//^ ORM-5011 Cannot generate byCode for code: it is the name of component byCode. Choose another name; the column keeps its own with @Column("…").
    int byCode) {}

@Embeddable
record Part(
    Ref<Problem> parts,
//^ ORM-5011 Cannot generate parts() for parts: it is the name of a method of every generated class. Choose another name; the column keeps its own with @Column("…").
    int NULLABLE_COMPONENTS) {}
//^ ORM-5011 Cannot generate NULLABLE_COMPONENTS for NULLABLE_COMPONENTS: it is the name of a constant of the generated class. Choose another name; the column keeps its own with @Column("…").

@Entity
sealed interface Shape {
  @Subtype("owner")
  record A(@Id int id, Ref<Problem> owner) implements Shape {}
  //^ ORM-5011 Cannot generate owner() for A: it is the name of reference owner. Choose another name; the column keeps its own with @Column("…").
}

// file: Key.java
import orm.api.annotation.Entity;
import orm.api.annotation.Id;

@Entity
record Key(@Id int a, @Id int b) {}
//^ ORM-5011 Cannot generate Key for Key: it is the name of a class inside the generated class. Choose another name; the column keeps its own with @Column("…").
