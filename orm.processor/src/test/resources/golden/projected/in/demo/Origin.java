package demo;

import orm.api.annotation.Embeddable;
import orm.api.model.Ref;

@Embeddable
public record Origin(String place, Ref<Note> first) {}
