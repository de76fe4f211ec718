package demo.geo;

import orm.api.annotation.Embeddable;

/** Stands in another package. */
@Embeddable
public record Place(double latitude, double longitude) {}
