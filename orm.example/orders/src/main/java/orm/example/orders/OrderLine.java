package orm.example.orders;

import java.math.BigDecimal;
import orm.api.annotation.Check;
import orm.api.annotation.Entity;
import orm.api.annotation.ForeignKey;
import orm.api.annotation.Id;
import orm.api.annotation.Index;
import orm.api.annotation.Numeric;
import orm.api.model.Ref;
import orm.example.catalog.Book;

/**
 * A book of an order. The key is the order and the number of the line.
 *
 * @param order the order, which takes its lines with it when it is deleted
 * @param line the number of the line, from 1
 * @param book the book; it cannot be deleted while it is on order
 * @param quantity how many copies
 * @param price what one copy cost at the time
 */
@Entity
public record OrderLine(
    @Id @ForeignKey(onDelete = ForeignKey.OnDelete.CASCADE) Ref<Order> order,
    @Id int line,
    @Index Ref<Book> book,
    @Check("{quantity} > 0") int quantity,
    @Numeric(precision = 12, scale = 2) BigDecimal price) {}
