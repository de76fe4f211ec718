package demo;

import java.util.*;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.*;
import orm.api.model.Ref;

@Entity
record Box<T>(@Id int id, List<String> content) {}
//^ ORM-5002 Cannot map Box: a table has no type parameters. Remove the type parameters, or write a record for each type.
