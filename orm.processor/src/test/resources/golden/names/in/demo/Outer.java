package demo;

import orm.api.annotation.Embeddable;
import orm.api.annotation.Embedded;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;

/** Records inside a class. */
public final class Outer {
  private Outer() {}

  /** An entity. */
  @Entity
  public record Inner(@Id int id, @Embedded Part part, @Embedded Mapping mapping) {}

  /** A part, with components called like parameters. */
  @Embeddable
  public record Part(int source, int prefix, int value, int part, int out) {}

  /** A part called like a nested class. */
  @Embeddable
  public record Mapping(int s) {}
}
