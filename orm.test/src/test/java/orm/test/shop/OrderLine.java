package orm.test.shop;

import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.model.Ref;

/** A line of an order, known by both. */
@Entity
public record OrderLine(@Id Ref<Order> order, @Id int line, int quantity) {}
