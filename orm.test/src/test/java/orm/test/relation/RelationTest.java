package orm.test.relation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static orm.api.expression.Expressions.count;
import static orm.api.expression.Expressions.many;
import static orm.api.expression.Expressions.optional;
import static orm.api.expression.Expressions.row;
import static orm.api.query.Select.from;
import static orm.test.relation.Course_.COURSE;
import static orm.test.relation.Mark_.MARK;
import static orm.test.relation.Student_.STUDENT;

import java.util.List;
import java.util.Optional;
import orm.api.Database;
import orm.api.error.ForeignKeyException;
import orm.api.error.InvalidQueryException;
import orm.api.model.Graph;
import orm.api.model.Ref;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;
import orm.test.relation.StudentPage.CourseLine;
import orm.test.relation.StudentPage.MarkLine;
import orm.test.relation.StudentPage.Name;

/** Links are written as differences, and trees of rows take one statement for each level. */
class RelationTest {
  private static final Ref<Course> ART = COURSE.ref("art");
  private static final Ref<Course> BIOLOGY = COURSE.ref("bio");
  private static final Ref<Course> CHEMISTRY = COURSE.ref("chem");

  private Database db(TestDatabase test) {
    Database db = test.with(List.of(COURSE, STUDENT, MARK));
    db.insertAll(
        COURSE,
        List.of(
            new Course("art", "Art"),
            new Course("bio", "Biology"),
            new Course("chem", "Chemistry")));
    return db;
  }

  private static Student student(Database db, String name, Optional<Student> mentor) {
    return db.insert(STUDENT, new Student(null, name, mentor.map(STUDENT::refTo).orElse(null)));
  }

  @EachDatabase
  void linksAreTiedAndUntied(TestDatabase test) {
    Database db = db(test);
    Ref<Student> ann = STUDENT.refTo(student(db, "Ann", Optional.empty()));
    assertEquals(2, db.link(STUDENT.courses, ann, List.of(ART, BIOLOGY)));
    assertEquals(0, db.link(STUDENT.courses, ann, List.of(ART)));
    assertEquals(2, db.relink(STUDENT.courses, ann, List.of(BIOLOGY, CHEMISTRY)));
    assertEquals(List.of("bio", "chem"), codes(db));
    assertEquals(0, db.relink(STUDENT.courses, ann, List.of(BIOLOGY, CHEMISTRY)));
    assertEquals(1, db.unlink(STUDENT.courses, ann, List.of(ART, BIOLOGY)));
    assertEquals(List.of("chem"), codes(db));
    assertEquals(1, db.relink(STUDENT.courses, ann, List.of()));
    assertEquals(List.of(), codes(db));
    assertEquals(1, db.link(COURSE.students, ART, List.of(ann))); // the same table, from behind
    assertEquals(List.of("art"), codes(db));
    assertThrows(
        ForeignKeyException.class,
        () -> db.relink(STUDENT.courses, ann, List.of(BIOLOGY, COURSE.ref("none"))));
    assertEquals(List.of("art"), codes(db));
  }

  private static List<String> codes(Database db) {
    return db.from(COURSE)
        .where(COURSE.students().any())
        .orderBy(COURSE.code.asc())
        .select(COURSE.code)
        .list();
  }

  @EachDatabase
  void pathsOverLinksJoinAndNest(TestDatabase test) {
    Database db = db(test);
    Student ann = student(db, "Ann", Optional.empty());
    Student bob = student(db, "Bob", Optional.of(ann));
    db.link(STUDENT.courses, STUDENT.refTo(ann), List.of(ART, BIOLOGY));
    db.link(STUDENT.courses, STUDENT.refTo(bob), List.of(BIOLOGY));
    db.link(STUDENT.friends, STUDENT.refTo(ann), List.of(STUDENT.refTo(bob)));

    Course_ courses = STUDENT.courses();
    assertEquals(
        List.of("Ann art", "Ann bio", "Bob bio"),
        db.from(STUDENT)
            .join(courses)
            .orderBy(STUDENT.name.asc(), courses.code.asc())
            .select(STUDENT.name.concat(" ").concat(courses.code))
            .list());
    assertEquals(
        List.of("art 1", "bio 2", "chem 0"),
        db.from(COURSE)
            .leftJoin(COURSE.students())
            .groupBy(COURSE.code)
            .orderBy(COURSE.code.asc())
            .select(
                row(COURSE.code, COURSE.students().id.count()).into((code, n) -> code + " " + n))
            .list());
    assertEquals(
        List.of("Bob"),
        db.from(STUDENT)
            .where(STUDENT.mentor().friends().any())
            .select(STUDENT.name)
            .list());
    assertEquals(
        List.of(List.of("Bob"), List.of()),
        db.from(STUDENT)
            .orderBy(STUDENT.name.asc())
            .select(many(from(STUDENT.friends()).select(STUDENT.friends().name)))
            .list());
    assertEquals(
        2,
        db.from(STUDENT)
            .where(STUDENT.courses().any(courses.title.eq("Biology")))
            .select(count())
            .one());
  }

  @EachDatabase
  void projectionsLoadWholeTrees(TestDatabase test) {
    Database db = db(test);
    Student ann = student(db, "Ann", Optional.empty());
    Student bob = student(db, "Bob", Optional.of(ann));
    db.link(STUDENT.courses, STUDENT.refTo(ann), List.of(ART, BIOLOGY));
    db.link(STUDENT.courses, STUDENT.refTo(bob), List.of(BIOLOGY));
    db.insertAll(
        MARK,
        List.of(
            new Mark(STUDENT.refTo(ann), ART, 5),
            new Mark(STUDENT.refTo(ann), BIOLOGY, 9),
            new Mark(STUDENT.refTo(ann), CHEMISTRY, 7)));
    test.statements();
    List<StudentPage> pages =
        db.from(STUDENT).orderBy(STUDENT.name.asc()).select(StudentPage_.SHAPE).list();
    assertEquals(
        List.of(
            new StudentPage(
                "Ann",
                Optional.empty(),
                List.of(
                    new CourseLine("art", List.of(new Name("Ann"))),
                    new CourseLine("bio", List.of(new Name("Ann"), new Name("Bob")))),
                List.of(new MarkLine("Biology", 9), new MarkLine("Chemistry", 7)),
                1),
            new StudentPage(
                "Bob",
                Optional.of("Ann"),
                List.of(new CourseLine("bio", List.of(new Name("Ann"), new Name("Bob")))),
                List.of(),
                0)),
        pages);
    assertEquals(4, test.statements().size(), "students, courses, their students, marks");
    assertEquals(
        pages,
        db.from(STUDENT).orderBy(STUDENT.name.asc()).select(StudentPage_.SHAPE).stream(
            all -> all.toList()));
  }

  @EachDatabase
  void graphsAreInsertedParentsFirst(TestDatabase test) {
    Database db = test.with(List.of(COURSE, STUDENT, MARK));
    Graph graph = new Graph();
    Ref<Course> art = graph.add(COURSE, new Course("art", "Art"));
    Ref<Student> ann = graph.add(STUDENT, new Student(null, "Ann", null));
    Ref<Student> bob = graph.add(STUDENT, new Student(null, "Bob", ann));
    graph.add(MARK, new Mark(bob, art, 3));
    graph.add(MARK, new Mark(ann, COURSE.ref("art"), 4));
    graph.link(STUDENT.courses, bob, List.of(art));
    assertThrows(IllegalStateException.class, () -> graph.stored(ann));
    assertThrows(
        IllegalStateException.class, () -> db.insert(STUDENT, new Student(null, "x", ann)));
    test.statements();
    db.insert(graph);
    assertEquals(STUDENT.refTo(graph.stored(ann)), graph.stored(bob).mentor());
    assertEquals(
        List.of("Ann -", "Bob Ann"),
        db.from(STUDENT)
            .orderBy(STUDENT.name.asc())
            .select(STUDENT.name.concat(" ").concat(STUDENT.mentor().name.coalesce("-")))
            .list());
    assertEquals(2, db.from(MARK).count());
    assertEquals(1, db.from(STUDENT).where(STUDENT.courses().any()).count());
    assertThrows(InvalidQueryException.class, () -> db.insert(graph));
  }

  @EachDatabase
  void aGraphThatFailsLeavesNothing(TestDatabase test) {
    Database db = test.with(List.of(COURSE, STUDENT, MARK));
    Graph graph = new Graph();
    Ref<Student> ann = graph.add(STUDENT, new Student(null, "Ann", null));
    graph.add(MARK, new Mark(ann, COURSE.ref("none"), 4));
    assertThrows(ForeignKeyException.class, () -> db.insert(graph));
    assertEquals(0, db.from(STUDENT).count());
  }

  @EachDatabase
  void rowsAmongOthersByKeysOfSeveralColumns(TestDatabase test) {
    Database db = db(test);
    Ref<Student> ann = STUDENT.refTo(student(db, "Ann", Optional.empty()));
    db.insertAll(
        MARK,
        List.of(new Mark(ann, ART, 1), new Mark(ann, BIOLOGY, 2), new Mark(ann, CHEMISTRY, 3)));
    List<Ref<Mark>> two = List.of(
        MARK.ref(new Mark_.Key(STUDENT.key(ann), "art")),
        MARK.ref(new Mark_.Key(STUDENT.key(ann), "chem")));
    assertEquals(
        List.of(1, 3),
        db.from(MARK)
            .where(MARK.in(two))
            .orderBy(MARK.points.asc())
            .select(MARK.points)
            .list());
    assertEquals(
        List.of(2), db.from(MARK).where(MARK.in(two).not()).select(MARK.points).list());
    assertEquals(List.of(), db.from(MARK).where(MARK.in(List.of())).list());
    assertEquals(
        1, db.from(COURSE).where(COURSE.in(List.of(ART, COURSE.ref("none")))).count());
  }

  record Mentor(String name, List<String> mentees) {}

  record Mentee(String name, Optional<Mentor> mentor) {}

  @EachDatabase
  void listsInsideOfWhatMayBeAbsent(TestDatabase test) {
    Database db = db(test);
    Student ann = student(db, "Ann", Optional.empty());
    student(db, "Bob", Optional.of(ann));
    student(db, "Cid", Optional.of(ann));
    Student_ mentor = STUDENT.mentor();
    Student_ mentees = mentor.mentees();
    Optional<Mentor> herself = Optional.of(new Mentor("Ann", List.of("Bob", "Cid")));
    assertEquals(
        List.of(
            new Mentee("Ann", Optional.empty()),
            new Mentee("Bob", herself),
            new Mentee("Cid", herself)),
        db.from(STUDENT)
            .orderBy(STUDENT.name.asc())
            .select(row(
                    STUDENT.name,
                    optional(row(
                            mentor.name,
                            many(from(mentees).orderBy(mentees.name.asc()).select(mentees.name)))
                        .into(Mentor::new)))
                .into(Mentee::new))
            .list());
  }
}
