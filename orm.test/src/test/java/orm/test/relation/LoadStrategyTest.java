package orm.test.relation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static orm.api.annotation.LoadStrategy.JOIN;
import static orm.api.annotation.LoadStrategy.KEYS;
import static orm.api.expression.Expressions.many;
import static orm.api.expression.Expressions.optional;
import static orm.api.expression.Expressions.row;
import static orm.api.query.Select.from;
import static orm.test.relation.Course_.COURSE;
import static orm.test.relation.Mark_.MARK;
import static orm.test.relation.Student_.STUDENT;

import java.util.List;
import java.util.function.Function;
import orm.api.Database;
import orm.api.annotation.Load;
import orm.api.annotation.LoadStrategy;
import orm.api.annotation.OrderBy;
import orm.api.annotation.Projection;
import orm.api.query.Query;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/** Every way to read the lists inside rows gives the same lists; what differs is the statements. */
class LoadStrategyTest {
  private static final Course_ COURSES = STUDENT.courses();
  private static final Mark_ MARKS = STUDENT.marks();

  /** A student with courses, and those with students. */
  @Projection(Student.class)
  record SchoolPage(
      String name, @Load(JOIN) @OrderBy("code desc") List<SchoolLine> courses) {
    @Projection(Course.class)
    record SchoolLine(
        String code, @Load(JOIN) @OrderBy("name") List<StudentPage.Name> students) {}
  }

  /** Four students, of whom one has no courses, and marks with and without ties. */
  private static Database school(TestDatabase test) {
    Database db = test.with(List.of(COURSE, STUDENT, MARK));
    db.insertAll(
        COURSE,
        List.of(
            new Course("art", "Art"),
            new Course("bio", "Biology"),
            new Course("chem", "Chemistry")));
    Student ann = db.insert(STUDENT, new Student(null, "Ann", null));
    Student bob = db.insert(STUDENT, new Student(null, "Bob", STUDENT.refTo(ann)));
    Student cleo = db.insert(STUDENT, new Student(null, "Cleo", STUDENT.refTo(ann)));
    db.insert(STUDENT, new Student(null, "Dan", STUDENT.refTo(bob)));
    db.link(STUDENT.courses, STUDENT.refTo(ann), List.of(COURSE.ref("art"), COURSE.ref("bio")));
    db.link(STUDENT.courses, STUDENT.refTo(bob), List.of(COURSE.ref("bio")));
    db.link(
        STUDENT.courses,
        STUDENT.refTo(cleo),
        List.of(COURSE.ref("art"), COURSE.ref("bio"), COURSE.ref("chem")));
    db.insertAll(
        MARK,
        List.of(
            new Mark(STUDENT.refTo(ann), COURSE.ref("art"), 7),
            new Mark(STUDENT.refTo(ann), COURSE.ref("bio"), 9),
            new Mark(STUDENT.refTo(cleo), COURSE.ref("art"), 5),
            new Mark(STUDENT.refTo(cleo), COURSE.ref("bio"), 6),
            new Mark(STUDENT.refTo(cleo), COURSE.ref("chem"), 8)));
    test.statements();
    return db;
  }

  private static void same(
      TestDatabase test, int joined, int byKeys, Function<LoadStrategy, Query<?>> query) {
    List<?> expected = query.apply(KEYS).list();
    assertEquals(byKeys, test.statements().size());
    assertEquals(expected, query.apply(JOIN).list());
    assertEquals(joined, test.statements().size());
    assertEquals(expected, query.apply(JOIN).stream(rows -> rows.toList()));
    test.statements();
  }

  @EachDatabase
  void listsAreEqual(TestDatabase test) {
    Database db = school(test);
    assertEquals(
        List.of("Ann [art, bio]", "Bob [bio]", "Cleo [art, bio, chem]", "Dan []"),
        db.from(STUDENT)
            .orderBy(STUDENT.name.asc())
            .select(row(
                    STUDENT.name,
                    many(from(COURSES).orderBy(COURSES.code.asc()).select(COURSES.code), JOIN))
                .into((name, codes) -> name + " " + codes))
            .list());
    assertEquals(1, test.statements().size());
    // sorted by what is not selected, backwards, and a row selected before and behind the list
    same(
        test,
        1,
        2,
        strategy -> db.from(STUDENT)
            .orderBy(STUDENT.name.desc())
            .select(row(
                    STUDENT,
                    many(from(COURSES).orderBy(COURSES.title.desc()).select(COURSES), strategy),
                    STUDENT.name.upper())
                .into(List::of)));
    // each list and the rows themselves have a limit
    same(
        test,
        1,
        2,
        strategy -> db.from(STUDENT)
            .where(STUDENT.name.ne("Bob"))
            .orderBy(STUDENT.name.desc())
            .select(row(
                    STUDENT.name,
                    many(
                        from(MARKS)
                            .where(MARKS.points.gt(5))
                            .orderBy(MARKS.points.desc())
                            .limit(2)
                            .offset(1)
                            .select(row(MARKS.points, MARKS.course().title).into(List::of)),
                        strategy))
                .into(List::of))
            .limit(2)
            .offset(1));
    // nothing at all
    same(
        test,
        1,
        1,
        strategy -> db.from(STUDENT)
            .where(STUDENT.name.eq("nobody"))
            .select(many(from(COURSES).select(COURSES.code), strategy)));
  }

  @EachDatabase
  void rowsThatShareAListHaveItWholly(TestDatabase test) {
    Database db = school(test);
    Student_ mentor = STUDENT.mentor();
    same(
        test,
        1,
        2,
        strategy -> db.from(STUDENT)
            .orderBy(STUDENT.name.asc())
            .select(row(
                    STUDENT.name,
                    optional(row(
                            mentor.name,
                            many(
                                from(mentor.courses())
                                    .orderBy(mentor.courses().code.asc())
                                    .select(mentor.courses().code),
                                strategy))
                        .into(List::of)))
                .into(List::of)));
  }

  @EachDatabase
  void oneListOfALevelIsJoined(TestDatabase test) {
    Database db = school(test);
    same(
        test,
        2,
        3,
        strategy -> db.from(STUDENT)
            .orderBy(STUDENT.name.asc())
            .select(row(
                    many(from(COURSES).orderBy(COURSES.code.asc()).select(COURSES.code), strategy),
                    many(from(MARKS).orderBy(MARKS.points.asc()).select(MARKS.points), strategy))
                .into(List::of)));
    Student_ others = COURSES.students();
    // the list in the list is read by keys, or joined to the one that is
    same(
        test,
        2,
        3,
        strategy -> db.from(STUDENT)
            .orderBy(STUDENT.name.asc())
            .select(many(
                from(COURSES)
                    .orderBy(COURSES.code.asc())
                    .select(row(
                            COURSES.code,
                            many(from(others).orderBy(others.name.asc()).select(others.name), KEYS))
                        .into(List::of)),
                strategy)));
    same(
        test,
        2,
        3,
        strategy -> db.from(STUDENT)
            .orderBy(STUDENT.name.asc())
            .select(many(
                from(COURSES)
                    .orderBy(COURSES.code.asc())
                    .select(row(
                            COURSES.code,
                            many(
                                from(others).orderBy(others.name.asc()).select(others.name),
                                strategy))
                        .into(List::of)),
                KEYS)));
    // distinct rows cannot be numbered
    same(
        test,
        2,
        2,
        strategy -> db.from(STUDENT)
            .distinct()
            .orderBy(STUDENT.name.asc())
            .select(row(
                    STUDENT.name,
                    many(from(COURSES).orderBy(COURSES.code.asc()).select(COURSES.code), strategy))
                .into(List::of)));
  }

  @EachDatabase
  void projectionsSayHow(TestDatabase test) {
    Database db = school(test);
    List<SchoolPage> pages =
        db.from(STUDENT).where(STUDENT.name.eq("Bob")).select(SchoolPage_.SHAPE).list();
    assertEquals(
        "[SchoolPage[name=Bob, courses=[SchoolLine[code=bio,"
            + " students=[Name[name=Ann], Name[name=Bob], Name[name=Cleo]]]]]]",
        pages.toString());
    assertEquals(2, test.statements().size());
  }
}
