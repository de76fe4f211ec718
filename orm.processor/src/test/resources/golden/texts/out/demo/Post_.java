// Generated from demo.Post; edit that interface instead.
package demo;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.MappingException;
import orm.api.expression.ComparableColumn;
import orm.api.expression.Condition;
import orm.api.expression.Source;
import orm.api.expression.TextColumn;
import orm.api.expression.TextIndex;
import orm.api.model.EntityTable;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;

/** Table {@code post}: every kind of {@link Post}, told apart by column {@code kind}. */
@Generated("orm.processor")
@NullMarked
final class Post_ extends EntityTable<Post, Integer> {
  /** The table under its own name. */
  public static final Post_ POST = new Post_(Source.root());

  /** Column {@code kind}, which tells the subtypes apart. */
  public final TextColumn<Post> kind = new TextColumn<>(source, "kind");

  /** Column {@code id}. */
  public final ComparableColumn<Post, Integer> id =
      new ComparableColumn<>(source, "id", Integer.class);

  /** Column {@code title}. */
  public final TextColumn<Post> title = new TextColumn<>(source, "title");

  /** Text index {@code post_words}. */
  public final TextIndex<Post> postWords = new TextIndex<>(source, "post_words");

  private @Nullable Image_ imagePath;
  private @Nullable Text_ textPath;

  /** Makes an instance of the table, for a path or an alias. */
  public Post_(Source<Post> source) {
    super("post", source, Mapping.INSTANCE);
  }

  @Override
  public Post_ as(String alias) {
    return new Post_(source.as(alias));
  }

  /**
   * The same rows seen as {@link Post.Image}, without a join; the columns of other rows are null.
   */
  public Image_ image() {
    Image_ path = imagePath;
    if (path == null) {
      path = new Image_(source.subtype("image"));
      imagePath = path;
    }
    return path;
  }

  /**
   * The same rows seen as {@link Post.Text}, without a join; the columns of other rows are null.
   */
  public Text_ text() {
    Text_ path = textPath;
    if (path == null) {
      path = new Text_(source.subtype("text"));
      textPath = path;
    }
    return path;
  }

  /** Is a {@link Post.Image}. */
  public Condition isImage() {
    return kind.eq("image");
  }

  /** Is a {@link Post.Text}. */
  public Condition isText() {
    return kind.eq("text");
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Post, Integer> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Post read(Row row) {
      String kind = row.nextText();
      return switch (kind) {
        case "image" -> Image_.readRest(row);
        case "text" -> Text_.readRest(row);
        default -> {
          Failure failure = Failure.of(ErrorCode.MAPPING_FAILED, "Cannot read Post");
          throw new MappingException(
              failure.because("post.kind is " + kind + ", which no subtype has"));
        }
      };
    }

    @Override
    public void write(Post post, Binder out) {
      if (post instanceof Post.Image image) {
        Image_.IMAGE.mapping().write(image, out);
        return;
      }
      Post.Text text = (Post.Text) post;
      Text_.TEXT.mapping().write(text, out);
    }

    @Override
    public Post beforeInsert(Post post, Stamp stamp) {
      if (post instanceof Post.Image image) {
        return Image_.IMAGE.mapping().beforeInsert(image, stamp);
      }
      Post.Text text = (Post.Text) post;
      return Text_.TEXT.mapping().beforeInsert(text, stamp);
    }

    @Override
    public Post beforeUpdate(Post post, Stamp stamp) {
      if (post instanceof Post.Image image) {
        return Image_.IMAGE.mapping().beforeUpdate(image, stamp);
      }
      Post.Text text = (Post.Text) post;
      return Text_.TEXT.mapping().beforeUpdate(text, stamp);
    }

    @Override
    public Post withGenerated(Post post, Row row) {
      if (post instanceof Post.Image image) {
        return Image_.IMAGE.mapping().withGenerated(image, row);
      }
      Post.Text text = (Post.Text) post;
      return Text_.TEXT.mapping().withGenerated(text, row);
    }

    @Override
    public Post withNextVersion(Post post) {
      if (post instanceof Post.Image image) {
        return Image_.IMAGE.mapping().withNextVersion(image);
      }
      Post.Text text = (Post.Text) post;
      return Text_.TEXT.mapping().withNextVersion(text);
    }

    @Override
    public @Nullable Integer key(Post post) {
      if (post instanceof Post.Image image) {
        return Image_.IMAGE.mapping().key(image);
      }
      Post.Text text = (Post.Text) post;
      return Text_.TEXT.mapping().key(text);
    }

    @Override
    public void writeKey(Integer key, Binder out) {
      out.bind(key);
    }

    @Override
    public String schema() {
      return """
          table post
          column kind enum(image, text)
          column id int
          column title text
          column caption text for (image)
          column body text for (text)
          discriminator kind
          primary key (id)
          index post_body_text (body) language simple
          index post_words (title, caption) language simple
          """;
    }

    @Override
    public String schemaHash() {
      return "534720f9a0c58fd2";
    }
  }
}
