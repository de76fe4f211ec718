package orm.test.relation;

import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.annotation.ManyToMany;

/** What is taught; its key is a text. */
@Entity
@ManyToMany(name = "students", target = Student.class, mappedBy = "courses")
public record Course(@Id String code, String title) {}
