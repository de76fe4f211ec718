package orm.test.filter;

import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.annotation.OneToMany;

/** Those who write documents. */
@Entity
@OneToMany(name = "docs", target = Doc.class, mappedBy = "team")
public record Team(@Id long id, String tenant, String name) {}
