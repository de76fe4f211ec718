package orm.test.fulltext;

import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.annotation.OneToMany;

/** Where papers stand. */
@Entity
@OneToMany(name = "papers", target = Paper.class, mappedBy = "shelf")
public record Shelf(@Id String name) {}
