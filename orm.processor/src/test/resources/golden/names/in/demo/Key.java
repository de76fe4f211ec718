package demo;

import orm.api.annotation.Entity;
import orm.api.annotation.Id;

/** Called like a nested class. */
@Entity
public record Key(@Id int switchNumber, @Id int number) {}
