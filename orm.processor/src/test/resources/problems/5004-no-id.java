package demo;

import java.util.*;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.*;
import orm.api.model.Ref;

@Entity
record Book(String isbn) {}
//^ ORM-5004 Cannot map Book: no component is its key. Mark one with @Id, or several for a key of several columns.

@Entity
record Review(@Id int id, Ref<Book> book) {}

@Entity
sealed interface Shape permits Circle {}

@Subtype("circle")
record Circle(int radius) implements Shape {}
//^ ORM-5004 Cannot map Circle: no component is its key. Mark one with @Id, or several for a key of several columns.
