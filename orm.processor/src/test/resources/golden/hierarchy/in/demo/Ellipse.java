package demo;

import orm.api.annotation.Embedded;
import orm.api.annotation.Id;
import orm.api.annotation.Subtype;

/** An ellipse. */
@Subtype("2-axes")
public record Ellipse(@Id int layer, @Id int number, @Embedded Point centre, double a, double b)
    implements Round {}
