package orm.test.filter;

import org.jspecify.annotations.Nullable;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.annotation.ManyToMany;
import orm.api.annotation.OneToMany;
import orm.api.annotation.Unique;
import orm.api.annotation.Version;
import orm.api.model.Ref;

/** A document of a tenant. */
@Entity
@OneToMany(name = "children", target = Doc.class, mappedBy = "parent")
@ManyToMany(name = "labels", target = Label.class)
public record Doc(
    @Id long id,
    String tenant,
    @Unique String title,
    int pages,
    Ref<Team> team,
    @Nullable Ref<Doc> parent,
    @Version int version) {}
