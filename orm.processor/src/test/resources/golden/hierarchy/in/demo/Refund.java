package demo;

import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.model.Ref;

/** Refers to a sealed interface. */
@Entity
public record Refund(@Id int id, Ref<Payment> payment) {}
