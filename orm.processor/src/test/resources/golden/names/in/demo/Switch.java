package demo;

import orm.api.annotation.Entity;
import orm.api.annotation.Id;

/** Called like a word of Java, and seen by its package only. */
@Entity
record Switch(@Id int id) {}
