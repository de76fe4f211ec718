package demo;

import java.util.*;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.*;
import orm.api.model.Ref;

class Problem {
  @Entity
  private record Hidden(@Id int id) {}
  //^ ORM-5003 Cannot map Hidden: it is private, or stands in a private type, so generated code cannot use it. Remove the word private.
}
