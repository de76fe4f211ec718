package orm.test.chinook;

import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.model.Ref;

/** A track in a playlist: a key of two references, and nothing else. */
@Entity
public record PlaylistTrack(@Id Ref<Playlist> playlist, @Id Ref<Track> track) {}
