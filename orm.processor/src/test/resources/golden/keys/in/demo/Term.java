package demo;

import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.model.Ref;

/** Has a key that holds a key of several components. */
@Entity
public record Term(@Id Ref<Mayor> mayor, @Id int year, int votes) {}
