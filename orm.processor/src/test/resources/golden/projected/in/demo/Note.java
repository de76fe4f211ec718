package demo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Converted;
import orm.api.annotation.Embedded;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.annotation.Json;
import orm.api.model.Ref;

/** A key of two columns, documents, a type of its own, and a reference in an embedded record. */
@Entity
public record Note(
    @Id Ref<Payment> payment,
    @Id int line,
    @Nullable Ref<Note> answers,
    @Nullable @Embedded Origin origin,
    @Converted Colour colour,
    @Json Map<String, Point> points,
    @Json @Nullable List<Point> more,
    int @Nullable [] marks) {}
