// Generated from demo.Medium.Paper; edit that record instead.
package demo;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import orm.api.expression.ComparableColumn;
import orm.api.expression.NumberColumn;
import orm.api.expression.Source;
import orm.api.model.EntityTable;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;

/** The rows of table {@code medium} that are {@link Medium.Paper}. */
@Generated("orm.processor")
@NullMarked
public final class Paper_ extends EntityTable<Medium.Paper, Integer> {
  /** The table under its own name. */
  public static final Paper_ PAPER = new Paper_(Source.root());

  /** Column {@code id}. */
  public final ComparableColumn<Medium.Paper, Integer> id =
      new ComparableColumn<>(source, "id", Integer.class);

  /** Column {@code pages}. */
  public final NumberColumn<Medium.Paper, Integer> pages =
      new NumberColumn<>(source, "pages", Integer.class);

  /** Makes an instance of the table, for a path or an alias. */
  public Paper_(Source<Medium.Paper> source) {
    super("medium", narrow(source), Mapping.INSTANCE);
  }

  @Override
  public Paper_ as(String alias) {
    return new Paper_(source.as(alias));
  }

  /** A copy to be changed: {@code Paper_.edit(paper).pages(…).done()}. */
  public static Edit edit(Medium.Paper paper) {
    return new Edit(paper);
  }

  /** Reads the columns behind the discriminator. */
  static Medium.Paper readRest(Row row) {
    return Mapping.readRest(row);
  }

  private static Source<Medium.Paper> narrow(Source<Medium.Paper> source) {
    if (source.kind() == Source.Kind.SUBTYPE) {
      return source;
    }
    return source.of(Mapping.INSTANCE).subtype("paper");
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Medium.Paper, Integer> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Medium.Paper read(Row row) {
      row.skip(1);
      return readRest(row);
    }

    static Medium.Paper readRest(Row row) {
      int id = row.nextInt();
      int pages = row.nextInt();
      row.skip(1);
      return new Medium.Paper(id, pages);
    }

    @Override
    public void write(Medium.Paper paper, Binder out) {
      out.bind("paper");
      out.bind(paper.id());
      out.bind(paper.pages());
      out.bindNulls(1);
    }

    @Override
    public Medium.Paper beforeInsert(Medium.Paper paper, Stamp stamp) {
      return paper;
    }

    @Override
    public Medium.Paper beforeUpdate(Medium.Paper paper, Stamp stamp) {
      return paper;
    }

    @Override
    public Medium.Paper withGenerated(Medium.Paper paper, Row row) {
      return paper;
    }

    @Override
    public Medium.Paper withNextVersion(Medium.Paper paper) {
      return paper;
    }

    @Override
    public Integer key(Medium.Paper paper) {
      return paper.id();
    }

    @Override
    public void writeKey(Integer key, Binder out) {
      out.bind(key);
    }

    @Override
    public String schema() {
      return Medium_.MEDIUM.mapping().schema();
    }

    @Override
    public String schemaHash() {
      return Medium_.MEDIUM.mapping().schemaHash();
    }
  }

  /** Changes components of {@link Medium.Paper} one by one. */
  public static final class Edit {
    private int id;
    private int pages;

    private Edit(Medium.Paper paper) {
      id = paper.id();
      pages = paper.pages();
    }

    /** Changes {@code id}. */
    public Edit id(int id) {
      this.id = id;
      return this;
    }

    /** Changes {@code pages}. */
    public Edit pages(int pages) {
      this.pages = pages;
      return this;
    }

    /** {@return the record with the changes} */
    public Medium.Paper done() {
      return new Medium.Paper(id, pages);
    }
  }
}
