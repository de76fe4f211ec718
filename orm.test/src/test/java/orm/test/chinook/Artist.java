package orm.test.chinook;

import org.jspecify.annotations.Nullable;
import orm.api.annotation.Column;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.annotation.OneToMany;

/** Who plays. */
@Entity
@OneToMany(name = "albums", target = Album.class, mappedBy = "artist")
public record Artist(
    @Id int artistId, @Nullable @Column(length = 120) String name) {}
