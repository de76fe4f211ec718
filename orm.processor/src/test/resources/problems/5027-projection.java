package demo;

import java.util.*;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.*;
import orm.api.model.Ref;

@Entity
@OneToMany(name = "sequels", target = Book.class, mappedBy = "sequelOf")
record Book(@Id int id, @Nullable Ref<Book> sequelOf) {}

@Projection(String.class)
record NoEntity(int id) {}
//^ ORM-5027 Cannot map NoEntity: its root String is no entity. Annotate String with @Entity, name an entity, or leave the root out.

@Projection(int.class)
record Primitive(int id) {}
//^ ORM-5027 Cannot map Primitive: its root int is no entity. Annotate int with @Entity, name an entity, or leave the root out.

@Projection(Book.class)
record Empty() {}
//^ ORM-5027 Cannot map Empty: it has no components. Give it at least one.

@Projection(Book.class)
record Itself(
    int id,
    @Nullable Itself sequelOf) {}
//^ ORM-5027 Cannot map Itself.sequelOf: Itself would hold itself, and no end would come. Use a projection with fewer components here.

@Projection(Book.class)
record Round(
    List<Back> sequels) {}
//^ ORM-5027 Cannot map Round.sequels: Round would hold itself, and no end would come. Use a projection with fewer components here.

@Projection(Book.class)
record Back(
    Optional<Round> sequelOf) {}
//^ ORM-5027 Cannot map Back.sequelOf: Back would hold itself, and no end would come. Use a projection with fewer components here.

@Projection
record Free(
    Optional<Free> sequelOf) {}
//^ ORM-5027 Cannot map Free.sequelOf: Free would hold itself, and no end would come. Use a projection with fewer components here.

@Projection(Book.class)
record Ahead(int id, List<Sequel> sequels) {}

@Projection(Book.class)
record Sequel(int id) {}

@Projection(Book.class)
class NoRecord {}
//^ ORM-5001 Cannot map NoRecord: it is no record. Make it a record.

@Projection
record Generic<T>(T value) {}
//^ ORM-5002 Cannot map Generic: a table has no type parameters. Remove the type parameters, or write a record for each type.

class Outer {
  @Projection
  private record Hidden(int value) {}
  //^ ORM-5003 Cannot map Hidden: it is private, or stands in a private type, so generated code cannot use it. Remove the word private.
}

@Projection
@Embeddable
record Both(int value) {}
//^ ORM-5024 Cannot map Both: a projection has no table of its own. Keep one of @Projection and @Embeddable.
