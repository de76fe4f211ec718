// Generated from demo.Post.Image; edit that record instead.
package demo;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import orm.api.expression.ComparableColumn;
import orm.api.expression.Source;
import orm.api.expression.TextColumn;
import orm.api.model.EntityTable;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;

/** The rows of table {@code post} that are {@link Post.Image}. */
@Generated("orm.processor")
@NullMarked
final class Image_ extends EntityTable<Post.Image, Integer> {
  /** The table under its own name. */
  public static final Image_ IMAGE = new Image_(Source.root());

  /** Column {@code id}. */
  public final ComparableColumn<Post.Image, Integer> id =
      new ComparableColumn<>(source, "id", Integer.class);

  /** Column {@code title}. */
  public final TextColumn<Post.Image> title = new TextColumn<>(source, "title");

  /** Column {@code caption}. */
  public final TextColumn<Post.Image> caption = new TextColumn<>(source, "caption");

  /** Makes an instance of the table, for a path or an alias. */
  public Image_(Source<Post.Image> source) {
    super("post", narrow(source), Mapping.INSTANCE);
  }

  @Override
  public Image_ as(String alias) {
    return new Image_(source.as(alias));
  }

  /** A copy to be changed: {@code Image_.edit(image).title(…).done()}. */
  public static Edit edit(Post.Image image) {
    return new Edit(image);
  }

  /** Reads the columns behind the discriminator. */
  static Post.Image readRest(Row row) {
    return Mapping.readRest(row);
  }

  private static Source<Post.Image> narrow(Source<Post.Image> source) {
    if (source.kind() == Source.Kind.SUBTYPE) {
      return source;
    }
    return source.of(Mapping.INSTANCE).subtype("image");
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Post.Image, Integer> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Post.Image read(Row row) {
      row.skip(1);
      return readRest(row);
    }

    static Post.Image readRest(Row row) {
      int id = row.nextInt();
      String title = row.nextText();
      String caption = row.nextText();
      row.skip(1);
      return new Post.Image(id, title, caption);
    }

    @Override
    public void write(Post.Image image, Binder out) {
      out.bind("image");
      out.bind(image.id());
      out.bind(image.title());
      out.bind(image.caption());
      out.bindNulls(1);
    }

    @Override
    public Post.Image beforeInsert(Post.Image image, Stamp stamp) {
      return image;
    }

    @Override
    public Post.Image beforeUpdate(Post.Image image, Stamp stamp) {
      return image;
    }

    @Override
    public Post.Image withGenerated(Post.Image image, Row row) {
      return image;
    }

    @Override
    public Post.Image withNextVersion(Post.Image image) {
      return image;
    }

    @Override
    public Integer key(Post.Image image) {
      return image.id();
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

  /** Changes components of {@link Post.Image} one by one. */
  public static final class Edit {
    private int id;
    private String title;
    private String caption;

    private Edit(Post.Image image) {
      id = image.id();
      title = image.title();
      caption = image.caption();
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

    /** Changes {@code caption}. */
    public Edit caption(String caption) {
      this.caption = caption;
      return this;
    }

    /** {@return the record with the changes} */
    public Post.Image done() {
      return new Post.Image(id, title, caption);
    }
  }
}
