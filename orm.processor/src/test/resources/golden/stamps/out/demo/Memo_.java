// Generated from demo.Memo; edit that record instead.
package demo;

import java.util.Optional;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import orm.api.expression.ComparableColumn;
import orm.api.expression.Source;
import orm.api.model.EntityTable;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;

/** Table {@code memo}, whose rows are {@link Memo}. */
@Generated("orm.processor")
@NullMarked
public final class Memo_ extends EntityTable<Memo, Integer> {
  /** The table under its own name. */
  public static final Memo_ MEMO = new Memo_(Source.root());

  /** Column {@code id}. */
  public final ComparableColumn<Memo, Integer> id =
      new ComparableColumn<>(source, "id", Integer.class);

  /** The columns of {@code audit}. */
  public final Audit_<Memo> audit = new Audit_<>(source, "audit_");

  /** The columns of {@code copied}. */
  public final Audit_<Memo> copied = new Audit_<>(source, "copied_");

  /** The columns of {@code sent}. */
  public final Audit_<Memo> sent = new Audit_<>(source, "sent_");

  /** What may be null; compilers do not see it in the class file of the record. */
  static final String NULLABLE_COMPONENTS = "copied";

  /** Makes an instance of the table, for a path or an alias. */
  public Memo_(Source<Memo> source) {
    super("memo", source, Mapping.INSTANCE);
  }

  @Override
  public Memo_ as(String alias) {
    return new Memo_(source.as(alias));
  }

  /** A copy to be changed: {@code Memo_.edit(memo).audit(…).done()}. */
  public static Edit edit(Memo memo) {
    return new Edit(memo);
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Memo, Integer> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Memo read(Row row) {
      return new Memo(
          row.nextInt(),
          Audit_.read(row),
          Audit_.readOrNull(row),
          Optional.ofNullable(Audit_.readOrNull(row)));
    }

    @Override
    public void write(Memo memo, Binder out) {
      out.bind(memo.id());
      Audit_.write(memo.audit(), out);
      Audit_.write(memo.copied(), out);
      Audit_.write(memo.sent().orElse(null), out);
    }

    @Override
    public Memo beforeInsert(Memo memo, Stamp stamp) {
      Audit audit = Audit_.beforeInsert(memo.audit(), stamp);
      Audit copied = Audit_.beforeInsert(memo.copied(), stamp);
      Audit sent = Audit_.beforeInsert(memo.sent().orElse(null), stamp);
      if (audit == memo.audit() && copied == memo.copied() && sent == memo.sent().orElse(null)) {
        return memo;
      }
      return edit(memo).audit(audit).copied(copied).sent(Optional.ofNullable(sent)).done();
    }

    @Override
    public Memo beforeUpdate(Memo memo, Stamp stamp) {
      Audit audit = Audit_.beforeUpdate(memo.audit(), stamp);
      Audit copied = Audit_.beforeUpdate(memo.copied(), stamp);
      Audit sent = Audit_.beforeUpdate(memo.sent().orElse(null), stamp);
      if (audit == memo.audit() && copied == memo.copied() && sent == memo.sent().orElse(null)) {
        return memo;
      }
      return edit(memo).audit(audit).copied(copied).sent(Optional.ofNullable(sent)).done();
    }

    @Override
    public Memo withGenerated(Memo memo, Row row) {
      return memo;
    }

    @Override
    public Memo withNextVersion(Memo memo) {
      return memo;
    }

    @Override
    public Integer key(Memo memo) {
      return memo.id();
    }

    @Override
    public void writeKey(Integer key, Binder out) {
      out.bind(key);
    }

    @Override
    public String schema() {
      return """
          table memo
          column id int
          column audit_created instant component audit.created created
          column audit_updated instant component audit.updated updated
          column audit_read datetime component audit.read
          column copied_created instant component copied.created null created
          column copied_updated instant component copied.updated null updated
          column copied_read datetime component copied.read null
          column sent_created instant component sent.created null created
          column sent_updated instant component sent.updated null updated
          column sent_read datetime component sent.read null
          primary key (id)
          """;
    }

    @Override
    public String schemaHash() {
      return "4088177d8d722864";
    }
  }

  /** Changes components of {@link Memo} one by one. */
  public static final class Edit {
    private int id;
    private Audit audit;
    private @Nullable Audit copied;
    private Optional<Audit> sent;

    private Edit(Memo memo) {
      id = memo.id();
      audit = memo.audit();
      copied = memo.copied();
      sent = memo.sent();
    }

    /** Changes {@code id}. */
    public Edit id(int id) {
      this.id = id;
      return this;
    }

    /** Changes {@code audit}. */
    public Edit audit(Audit audit) {
      this.audit = audit;
      return this;
    }

    /** Changes {@code copied}. */
    public Edit copied(@Nullable Audit copied) {
      this.copied = copied;
      return this;
    }

    /** Changes {@code sent}. */
    public Edit sent(Optional<Audit> sent) {
      this.sent = sent;
      return this;
    }

    /** {@return the record with the changes} */
    public Memo done() {
      return new Memo(id, audit, copied, sent);
    }
  }
}
