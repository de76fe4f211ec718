package demo;

import orm.api.annotation.Embeddable;

@Embeddable
public record Place(String city, int number) {}
