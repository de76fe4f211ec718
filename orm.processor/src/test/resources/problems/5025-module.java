// file: demo/package-info.java
@orm.api.annotation.Module(name = "-", entities = {String.class, Listed.class, Listed.class})
package demo;
//^ ORM-5025 Cannot list the module of package demo: its name has no letters. Give it a name of letters and digits.
//^ ORM-5025 Cannot list the module of package demo: String is no entity. Annotate it with @Entity, or leave it out.
//^ ORM-5025 Cannot list the module of package demo: Listed is listed twice. List each entity once.
// file: demo/Listed.java
package demo;

import orm.api.annotation.Entity;
import orm.api.annotation.Id;

@Entity
public record Listed(@Id int id) {}
// file: demo/Forgotten.java
package demo;

import orm.api.annotation.Entity;
import orm.api.annotation.Id;

@Entity
public record Forgotten(@Id int id) {}
//^ ORM-5025 Cannot find Forgotten in its module: @Module of package demo does not list it. Add Forgotten.class to its entities.
// file: demo/below/Deep.java
package demo.below;

import orm.api.annotation.Entity;
import orm.api.annotation.Id;

@Entity
public record Deep(@Id int id) {}
//^ ORM-5025 Cannot find Deep in its module: @Module of package demo does not list it. Add Deep.class to its entities.
