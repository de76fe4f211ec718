package orm.test.relation;

import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.model.Ref;

/** A link with a column of its own. */
@Entity
public record Mark(@Id Ref<Student> student, @Id Ref<Course> course, int points) {}
