package demo;

import java.util.*;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.*;
import orm.api.model.Ref;

@Entity
record Line(
    @Id @Generated @Nullable Long id,
//^ ORM-5005 Cannot map Line.id: a generated value is a key by itself, and there are 2 @Id. Keep one @Id, and mark the others with @Unique; or remove @Generated.
    @Id int number) {}

@Entity
record Absent(
    @Id @Nullable String code) {}
//^ ORM-5005 Cannot map Absent.code: a key is never null. Remove @Nullable, or let it be made with @Generated.

@Entity
record Listed(
    @Id List<String> words,
//^ ORM-5005 Cannot map Listed.words: values of type List<String> cannot be found by equality. Use a number, a text, a UUID, an enum or a Ref as key.
    @Id byte[] bytes) {}
//^ ORM-5005 Cannot map Listed.bytes: values of type byte[] cannot be found by equality. Use a number, a text, a UUID, an enum or a Ref as key.

@Entity
record Hen(
    @Id Ref<Egg> egg) {}
//^ ORM-5005 Cannot map Hen.egg: the key of Egg would hold itself. Let one of the keys on the way be a value.

@Entity
record Egg(
    @Id Ref<Hen> hen) {}
//^ ORM-5005 Cannot map Egg.hen: the key of Hen would hold itself. Let one of the keys on the way be a value.
