package demo;

import org.jspecify.annotations.Nullable;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.model.Ref;

/** Called like a class of java.lang. */
@Entity
public record Character(@Id char letter, java.lang.@Nullable Character small, Ref<Row> row) {}
