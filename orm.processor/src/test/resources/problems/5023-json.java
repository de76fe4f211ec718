package demo;

import java.util.*;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.*;
import orm.api.model.Ref;

@Entity
record Problem(
    @Id int id,
    @Json String text,
//^ ORM-5023 Cannot map Problem.text: String needs no document. Remove @Json.
    @Json Shape shape,
//^ ORM-5023 Cannot map Problem.shape: shape.lines has type Thread, which has no form in JSON. Mark it with @Converted and supply a TypeConverter, or use records, enums, lists, maps, texts, numbers, booleans, UUIDs, times or Json.
    @Json Map<Integer, String> map,
//^ ORM-5023 Cannot map Problem.map: the members of a JSON object have texts as names. Use Map<String, …> for map.
    @Json Pair<String> pair,
//^ ORM-5023 Cannot map Problem.pair: pair has type Pair<String>, which has no form in JSON. Mark it with @Converted and supply a TypeConverter, or use records, enums, lists, maps, texts, numbers, booleans, UUIDs, times or Json.
    @Json Outer.Shell hidden) {}
//^ ORM-5023 Cannot map Problem.hidden: generated code cannot use record Outer.Hidden. Make it public, or remove the word private where both are in one package.

record Shape(List<Thread> lines) {}

record Pair<T>(T left) {}

class Outer {
  record Shell(Hidden inner) {}

  private record Hidden(int a) {}
}
