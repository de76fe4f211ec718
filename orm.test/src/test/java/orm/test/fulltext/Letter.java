package orm.test.fulltext;

import orm.api.annotation.Entity;
import orm.api.annotation.FullText;
import orm.api.annotation.Id;
import orm.api.annotation.SoftDelete;

/** Something that is put away rather than thrown away. */
@Entity
public record Letter(
    @Id int id, @FullText String words, @SoftDelete boolean gone) {}
