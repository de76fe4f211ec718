package orm.test.convert;

/** An enum that is kept by its number. */
public enum Grade {
  LOW(0),
  MIDDLE(10),
  HIGH(20);

  private final int points;

  Grade(int points) {
    this.points = points;
  }

  int points() {
    return points;
  }

  static Grade of(int points) {
    for (Grade grade : values()) {
      if (grade.points == points) {
        return grade;
      }
    }
    throw new IllegalArgumentException("no grade has " + points + " points");
  }
}
