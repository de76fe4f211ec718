package orm.processor.report;

/**
 * The mistakes that the processor finds, each with a number that never changes its meaning. The
 * manual has a section for each in {@code docs/processor-errors.md}.
 */
public enum ProblemCode {
  /** The annotation stands on something that is neither a record nor a sealed interface. */
  NOT_A_RECORD(5001),
  /** The record has type parameters. */
  GENERIC_RECORD(5002),
  /** The record cannot be used from its own package. */
  PRIVATE_RECORD(5003),
  /** No component is marked as key. */
  NO_ID(5004),
  /** The parts of the key do not go together. */
  INVALID_KEY(5005),
  /** The component has a type that no column can hold. */
  UNMAPPABLE_TYPE(5006),
  /** The component holds many rows. */
  TO_MANY_COMPONENT(5007),
  /** The component is said to be null and not null, or twice to be absent. */
  INVALID_NULLABILITY(5008),
  /** Two columns have one name. */
  DUPLICATE_COLUMN(5009),
  /** A name is empty, or longer than databases allow. */
  INVALID_NAME(5010),
  /** A generated member would have the name of another one. */
  NAME_CLASH(5011),
  /** The reference leads to something that is no entity. */
  NOT_AN_ENTITY(5012),
  /** The version is no plain number, or there are two of them. */
  INVALID_VERSION(5013),
  /** The component cannot hold precision and scale, or these are impossible. */
  INVALID_NUMERIC(5014),
  /** The component cannot hold a generated value of this kind. */
  INVALID_GENERATED(5015),
  /** The component cannot hold a time stamp. */
  INVALID_TIME_STAMP(5016),
  /** The embedded type is no embeddable record, or embeds itself. */
  INVALID_EMBEDDED(5017),
  /** The records of a sealed interface do not make one table. */
  INVALID_HIERARCHY(5018),
  /** An SQL text names a component that is not there. */
  UNKNOWN_COMPONENT(5019),
  /** The path does not lead to a reference to this entity. */
  INVALID_ONE_TO_MANY(5020),
  /** The foreign key asks for what its reference cannot do. */
  INVALID_FOREIGN_KEY(5021),
  /** The enum has no constants, or the component holds no enum. */
  INVALID_ENUM(5022),
  /** The component cannot be a JSON document. */
  INVALID_JSON(5023),
  /** The annotation does nothing on this component. */
  MISPLACED_ANNOTATION(5024),
  /** The module does not list the entities of its package. */
  INVALID_MODULE(5025),
  /** The class to be written exists already. */
  CLASS_EXISTS(5026),
  /** The record, or its root, cannot make a projection. */
  INVALID_PROJECTION(5027),
  /** The component of a projection is found nowhere. */
  UNKNOWN_PATH(5028),
  /** The component of a projection has another type than what it is found as. */
  PATH_TYPE(5029),
  /** The component of a projection may be absent and does not say so. */
  ABSENT_PATH(5030),
  /** A nested list or a count asks for what its path cannot give. */
  INVALID_NESTED_LIST(5031),
  /** The relation does not lead to an entity, or its link table is impossible. */
  INVALID_MANY_TO_MANY(5032),
  /** The rule of Jakarta Validation cannot check the component. */
  INVALID_RULE(5033),
  /** The component cannot tell whether a row counts as deleted, or two components do. */
  INVALID_SOFT_DELETE(5041),
  /** The component cannot hold who writes. */
  INVALID_ACTOR(5042),
  /** Rows cannot be cached like this. */
  INVALID_CACHED(5043),
  /** The index of words in texts is of something that is no text. */
  INVALID_FULL_TEXT(5044),
  /** The processor itself failed. */
  INTERNAL(5099);

  private final int number;

  ProblemCode(int number) {
    this.number = number;
  }

  /** {@return the number, unique and never reused} */
  public int number() {
    return number;
  }

  /** {@return the code as it stands in messages, such as {@code ORM-5004}} */
  @Override
  public String toString() {
    return "ORM-" + number;
  }
}
