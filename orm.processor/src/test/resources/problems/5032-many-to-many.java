package demo;

import orm.api.annotation.*;
import orm.api.model.Ref;

@Entity
@ManyToMany(name = "a", target = String.class)
@ManyToMany(name = "b", target = Tag.class, mappedBy = "book")
@ManyToMany(name = "c", target = Tag.class, mappedBy = "books", table = "x")
@ManyToMany(name = "d", target = Tag.class, columns = {"x", "y"}, table = "d")
@ManyToMany(name = "e", target = Tag.class, targetColumns = {"x", "y"}, table = "e")
@ManyToMany(name = "f", target = Tag.class, columns = "x", targetColumns = "x", table = "f")
@ManyToMany(name = "g", target = Tag.class, table = "book")
@ManyToMany(name = "h", target = Tag.class)
@ManyToMany(name = "i", target = Tag.class)
@ManyToMany(name = "j", target = Tag.class, table = "j", targetOnDelete = ForeignKey.OnDelete.SET_NULL)
record Book(@Id int id, String title) {}
//^ ORM-5032 Cannot make a path Book.a: String is no entity. Annotate String with @Entity, or name an entity as target.
//^ ORM-5032 Cannot make a path Book.b: Tag declares no link book to Book. Put @ManyToMany(name = "book", target = Book.class) on Tag, or leave mappedBy out.
//^ ORM-5032 Cannot make a path Book.c: the link table is declared by Tag.books. Name table, columns and actions there.
//^ ORM-5032 Cannot make a path Book.d: the key of Book has 1 column, and columns names 2. Name one for each, or none.
//^ ORM-5032 Cannot make a path Book.e: the key of Tag has 1 column, and targetColumns names 2. Name one for each, or none.
//^ ORM-5032 Cannot make a path Book.f: two columns of its link table have one name. Name them with columns and targetColumns.
//^ ORM-5032 Cannot make a path Book.g: its link table has the name of an entity's table. Name another one; an entity between the two is reached with @OneToMany.
//^ ORM-5032 Cannot make a path Book.i: its link table book_tag is that of h. Name another one with @ManyToMany(table = "…").
//^ ORM-5032 Cannot make a path Book.j: a link is the key of its own row, which SET_NULL would change. Use CASCADE, RESTRICT or NO_ACTION.

@Entity
@ManyToMany(name = "new", target = Tag.class)
@ManyToMany(name = "owner", target = Tag.class, table = " ")
@ManyToMany(name = "tags", target = Tag.class, table = "tags", columns = "")
record Page(@Id int id, Ref<Tag> owner) {}
//^ ORM-5010 Cannot make link column "": it has no name. Name it with columns or targetColumns of @ManyToMany.
//^ ORM-5010 Cannot make link table " ": it has no name. Name it with @ManyToMany(table = "…").
//^ ORM-5011 Cannot generate owner for Page: it is the name of component owner. Choose another name; the column keeps its own with @Column("…").
//^ ORM-5011 Cannot generate owner() for Page: it is the name of reference owner. Choose another name; the column keeps its own with @Column("…").
//^ ORM-5032 Cannot make a path "new": it is no name of a method. Use letters and digits, and no word of Java.

@Entity
record Tag(@Id int id) {}

@ManyToMany(name = "tags", target = Tag.class)
record Loose(int id) {}
//^ ORM-5024 Cannot map Loose: @ManyToMany means nothing without @Entity. Add @Entity, or remove it.
