// Generated from demo.Post.Text; edit that record instead.
package demo;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import orm.api.expression.ComparableColumn;
import orm.api.expression.Source;
import orm.api.expression.TextColumn;
import orm.api.expression.TextIndex;
import orm.api.model.EntityTable;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;

/** The rows of table {@code post} that are {@link Post.Text}. */
@Generated("orm.processor")
@NullMarked
final class Text_ extends EntityTable<Post.Text, Integer> {
  /** The table under its own name. */
  public static final Text_ TEXT = new Text_(Source.root());

  /** Column {@code id}. */
  public final ComparableColumn<Post.Text, Integer> id =
      new ComparableColumn<>(source, "id", Integer.class);

  /** Column {@code title}. */
  public final TextColumn<Post.Text> title = new TextColumn<>(source, "title");

  /** Column {@code body}. */
  public final TextColumn<Post.Text> body = new TextColumn<>(source, "body");

  /** Text index {@code post_body_text}. */
  public final TextIndex<Post.Text> bodyText = new TextIndex<>(source, "post_body_text");

  /** Makes an instance of the table, for a path or an alias. */
  public Text_(Source<Post.Text> source) {
    super("post", narrow(source), Mapping.INSTANCE);
  }

  @Override
  public Text_ as(String alias) {
    return new Text_(source.as(alias));
  }

  /** A copy to be changed: {@code Text_.edit(text).title(…).done()}. */
  public static Edit edit(Post.Text text) {
    return new Edit(text);
  }

  /** Reads the columns behind the discriminator. */
  static Post.Text readRest(Row row) {
    return Mapping.readRest(row);
  }

  private static Source<Post.Text> narrow(Source<Post.Text> source) {
    if (source.kind() == Source.Kind.SUBTYPE) {
      return source;
    }
    return source.of(Mapping.INSTANCE).subtype("text");
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Post.Text, Integer> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Post.Text read(Row row) {
      row.skip(1);
      return readRest(row);
    }

    static Post.Text readRest(Row row) {
      int id = row.nextInt();
      String title = row.nextText();
      row.skip(1);
      String body = row.nextText();
      return new Post.Text(id, title, body);
    }

    @Override
    public void write(Post.Text text, Binder out) {
      out.bind("text");
      out.bind(text.id());
      out.bind(text.title());
      out.bindNulls(1);
      out.bind(text.body());
    }

    @Override
    public Post.Text beforeInsert(Post.Text text, Stamp stamp) {
      return text;
    }

    @Override
    public Post.Text beforeUpdate(Post.Text text, Stamp stamp) {
      return text;
    }

    @Override
    public Post.Text withGenerated(Post.Text text, Row row) {
      return text;
    }

    @Override
    public Post.Text withNextVersion(Post.Text text) {
      return text;
    }

    @Override
    public Integer key(Post.Text text) {
      return text.id();
    }

    @Override
    public void writeKey(Integer key, Binder out) {
      out.bind(key);
    }

    @Override
    public String schema() {
      return Post_.POST.mapping().schema();
    }

    @Override
    public String schemaHash() {
      return Post_.POST.mapping().schemaHash();
    }
  }

  /** Changes components of {@link Post.Text} one by one. */
  public static final class Edit {
    private int id;
    private String title;
    private String body;

    private Edit(Post.Text text) {
      id = text.id();
      title = text.title();
      body = text.body();
    }

    /** Changes {@code id}. */
    public Edit id(int id) {
      this.id = id;
      return this;
    }

    /** Changes {@code title}. */
    public Edit title(String title) {
      this.title = title;
      return this;
    }

    /** Changes {@code body}. */
    public Edit body(String body) {
      this.body = body;
      return this;
    }

    /** {@return the record with the changes} */
    public Post.Text done() {
      return new Post.Text(id, title, body);
    }
  }
}
