package orm.test.filter;

import org.jspecify.annotations.Nullable;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.annotation.SoftDelete;
import orm.api.model.Ref;

/** Answers one memo and may quote another one. */
@Entity
public record Reply(
    @Id long id,
    Ref<Memo> memo,
    @Nullable Ref<Memo> quoted,
    @SoftDelete boolean deleted) {}
