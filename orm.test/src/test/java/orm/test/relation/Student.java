package orm.test.relation;

import org.jspecify.annotations.Nullable;
import orm.api.annotation.Entity;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;
import orm.api.annotation.ManyToMany;
import orm.api.annotation.OneToMany;
import orm.api.model.Ref;

/** Who learns; students may help each other. */
@Entity
@ManyToMany(name = "courses", target = Course.class)
@ManyToMany(name = "friends", target = Student.class)
@OneToMany(name = "marks", target = Mark.class, mappedBy = "student")
@OneToMany(name = "mentees", target = Student.class, mappedBy = "mentor")
public record Student(
    @Id @Generated @Nullable Long id, String name, @Nullable Ref<Student> mentor) {}
