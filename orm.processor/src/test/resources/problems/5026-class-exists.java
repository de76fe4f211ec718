package demo;

import java.util.*;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.*;
import orm.api.model.Ref;

@Entity
record Book(@Id int id) {}
//^ ORM-5026 Cannot write class demo.Book_: there is one of this name. Rename that class, or the record; clean the output folder if it is an old one.

class Book_ {}
