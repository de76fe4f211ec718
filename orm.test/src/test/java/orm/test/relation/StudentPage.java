package orm.test.relation;

import java.util.List;
import java.util.Optional;
import orm.api.annotation.Count;
import orm.api.annotation.Limit;
import orm.api.annotation.OrderBy;
import orm.api.annotation.Path;
import orm.api.annotation.Projection;

/** All there is to say of a student, in three levels. */
@Projection(Student.class)
public record StudentPage(
    String name,
    @Path("mentor.name") Optional<String> mentorName,
    @OrderBy("code") List<CourseLine> courses,
    @Limit(2) @OrderBy("points desc") List<MarkLine> marks,
    @Count("mentees") long mentees) {

  /** A course and who else is there. */
  @Projection(Course.class)
  public record CourseLine(String code, @OrderBy("name") List<Name> students) {}

  /** A name. */
  @Projection(Student.class)
  public record Name(String name) {}

  /** A mark. */
  @Projection(Mark.class)
  public record MarkLine(@Path("course.title") String title, int points) {}
}
