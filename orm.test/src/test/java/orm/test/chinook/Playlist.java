package orm.test.chinook;

import org.jspecify.annotations.Nullable;
import orm.api.annotation.Column;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;

/** Tracks to be heard together. */
@Entity
public record Playlist(
    @Id int playlistId, @Nullable @Column(length = 120) String name) {}
