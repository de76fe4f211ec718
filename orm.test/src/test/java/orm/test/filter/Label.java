package orm.test.filter;

import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.annotation.ManyToMany;

/** What documents are found by. */
@Entity
@ManyToMany(name = "docs", target = Doc.class, mappedBy = "labels")
public record Label(@Id String code, String tenant) {}
