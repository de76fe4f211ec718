package orm.test.chinook;

import org.jspecify.annotations.Nullable;
import orm.api.annotation.Column;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;

/** A kind of file. */
@Entity
public record MediaType(
    @Id int mediaTypeId, @Nullable @Column(length = 120) String name) {}
