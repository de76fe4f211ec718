package demo;

import java.util.*;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.*;
import orm.api.model.Ref;

@Entity
@Unique({"id", "nmae"})
@Unique
@Index({"name desc", "(lower({nmae}))"})
@Index(value = "name", where = "{size.width} > {size.h}")
@Check("{name} <> {nam}")
record Problem(
//^ ORM-5019 Cannot read @Unique of Problem: there is no component "nmae". Name one of id, name, size.width, size.height.
//^ ORM-5019 Cannot read @Unique of Problem: it names no component. Name the components, or move it to a component.
//^ ORM-5019 Cannot read @Index of Problem: there is no component "nmae". Name one of id, name, size.width, size.height.
//^ ORM-5019 Cannot read @Index of Problem: there is no component "size.h". Name one of id, name, size.width, size.height.
//^ ORM-5019 Cannot read @Check of Problem: there is no component "nam". Name one of id, name, size.width, size.height.
    @Id int id,
    @Unique({"id", "name"}) @Default("upper({ame})") String name,
//^ ORM-5019 Cannot read @Unique of name: it stands on a component and names 2. Move it to the record.
//^ ORM-5019 Cannot read @Default of name: there is no component "ame". Name one of id, name, size.width, size.height.
    @Embedded Size size) {}

@Embeddable
record Size(
    @Check("{wdth} > 0") int width,
//^ ORM-5019 Cannot read @Check of width: there is no component "wdth". Name one of width, height.
    int height) {}
