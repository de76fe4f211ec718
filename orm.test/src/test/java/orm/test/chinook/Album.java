package orm.test.chinook;

import orm.api.annotation.Column;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.annotation.OneToMany;
import orm.api.model.Ref;

/** Tracks that came out together. */
@Entity
@OneToMany(name = "tracks", target = Track.class, mappedBy = "album")
public record Album(@Id int albumId, @Column(length = 160) String title, Ref<Artist> artist) {}
