package demo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Column;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.model.Ref;

/** Components called like words of SQL, and like members of the generated class. */
@Entity
public record Order(
    @Id int select,
    String from,
    @Column("GROUP") String group,
    String name,
    String source,
    String as,
    String target,
    String mapping,
    String edit,
    String schema,
    String key,
    String row,
    String out,
    Instant stamp,
    Instant order,
    String done,
    String path,
    @Nullable Ref<Order> after,
    String afterPath) {}
