package demo;

import orm.api.annotation.Embeddable;

/** A point. */
@Embeddable
public record Point(int x, int y) {}
