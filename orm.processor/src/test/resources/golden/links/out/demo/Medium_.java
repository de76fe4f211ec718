// Generated from demo.Medium; edit that interface instead.
package demo;

import java.util.List;
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
import orm.api.model.EntityTable;
import orm.api.model.Link;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;

/** Table {@code medium}: every kind of {@link Medium}, told apart by column {@code kind}. */
@Generated("orm.processor")
@NullMarked
public final class Medium_ extends EntityTable<Medium, Integer> {
  /** The table under its own name. */
  public static final Medium_ MEDIUM = new Medium_(Source.root());

  /** Column {@code kind}, which tells the subtypes apart. */
  public final TextColumn<Medium> kind = new TextColumn<>(source, "kind");

  /** Column {@code id}. */
  public final ComparableColumn<Medium, Integer> id =
      new ComparableColumn<>(source, "id", Integer.class);

  /** Link table {@code book_medium}. */
  public final Link<Medium, Book> books =
      new Link<>(
          this,
          "books",
          new Source.LinkTable("book_medium", List.of("medium_id"), List.of("book_id")));

  /** Link table {@code medium_medium}. */
  public final Link<Medium, Medium> parts =
      new Link<>(
          this,
          "parts",
          new Source.LinkTable("medium_medium", List.of("medium_id"), List.of("parts_id")));

  private @Nullable Book_ booksPath;
  private @Nullable Medium_ partsPath;
  private @Nullable Paper_ paperPath;
  private @Nullable Sound_ soundPath;

  /** Makes an instance of the table, for a path or an alias. */
  public Medium_(Source<Medium> source) {
    super("medium", source, Mapping.INSTANCE);
  }

  @Override
  public Medium_ as(String alias) {
    return new Medium_(source.as(alias));
  }

  @Override
  public EntityTable<?, ?> target(String component) {
    return switch (component) {
      case "books" -> Book_.BOOK;
      case "parts" -> Medium_.MEDIUM;
      default -> super.target(component);
    };
  }

  /**
   * The rows that link table {@code book_medium} ties to this one: join them, nest them, or ask
   * {@code exists}.
   */
  public Book_ books() {
    Book_ path = booksPath;
    if (path == null) {
      path = new Book_(books.path());
      booksPath = path;
    }
    return path;
  }

  /**
   * The rows that link table {@code medium_medium} ties to this one: join them, nest them, or ask
   * {@code exists}.
   */
  public Medium_ parts() {
    Medium_ path = partsPath;
    if (path == null) {
      path = new Medium_(parts.path());
      partsPath = path;
    }
    return path;
  }

  /**
   * The same rows seen as {@link Medium.Paper}, without a join; the columns of other rows are null.
   */
  public Paper_ paper() {
    Paper_ path = paperPath;
    if (path == null) {
      path = new Paper_(source.subtype("paper"));
      paperPath = path;
    }
    return path;
  }

  /**
   * The same rows seen as {@link Medium.Sound}, without a join; the columns of other rows are null.
   */
  public Sound_ sound() {
    Sound_ path = soundPath;
    if (path == null) {
      path = new Sound_(source.subtype("sound"));
      soundPath = path;
    }
    return path;
  }

  /** Is a {@link Medium.Paper}. */
  public Condition isPaper() {
    return kind.eq("paper");
  }

  /** Is a {@link Medium.Sound}. */
  public Condition isSound() {
    return kind.eq("sound");
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Medium, Integer> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Medium read(Row row) {
      String kind = row.nextText();
      return switch (kind) {
        case "paper" -> Paper_.readRest(row);
        case "sound" -> Sound_.readRest(row);
        default -> {
          Failure failure = Failure.of(ErrorCode.MAPPING_FAILED, "Cannot read Medium");
          throw new MappingException(
              failure.because("medium.kind is " + kind + ", which no subtype has"));
        }
      };
    }

    @Override
    public void write(Medium medium, Binder out) {
      if (medium instanceof Medium.Paper paper) {
        Paper_.PAPER.mapping().write(paper, out);
        return;
      }
      Medium.Sound sound = (Medium.Sound) medium;
      Sound_.SOUND.mapping().write(sound, out);
    }

    @Override
    public Medium beforeInsert(Medium medium, Stamp stamp) {
      if (medium instanceof Medium.Paper paper) {
        return Paper_.PAPER.mapping().beforeInsert(paper, stamp);
      }
      Medium.Sound sound = (Medium.Sound) medium;
      return Sound_.SOUND.mapping().beforeInsert(sound, stamp);
    }

    @Override
    public Medium beforeUpdate(Medium medium, Stamp stamp) {
      if (medium instanceof Medium.Paper paper) {
        return Paper_.PAPER.mapping().beforeUpdate(paper, stamp);
      }
      Medium.Sound sound = (Medium.Sound) medium;
      return Sound_.SOUND.mapping().beforeUpdate(sound, stamp);
    }

    @Override
    public Medium withGenerated(Medium medium, Row row) {
      if (medium instanceof Medium.Paper paper) {
        return Paper_.PAPER.mapping().withGenerated(paper, row);
      }
      Medium.Sound sound = (Medium.Sound) medium;
      return Sound_.SOUND.mapping().withGenerated(sound, row);
    }

    @Override
    public Medium withNextVersion(Medium medium) {
      if (medium instanceof Medium.Paper paper) {
        return Paper_.PAPER.mapping().withNextVersion(paper);
      }
      Medium.Sound sound = (Medium.Sound) medium;
      return Sound_.SOUND.mapping().withNextVersion(sound);
    }

    @Override
    public @Nullable Integer key(Medium medium) {
      if (medium instanceof Medium.Paper paper) {
        return Paper_.PAPER.mapping().key(paper);
      }
      Medium.Sound sound = (Medium.Sound) medium;
      return Sound_.SOUND.mapping().key(sound);
    }

    @Override
    public void writeKey(Integer key, Binder out) {
      out.bind(key);
    }

    @Override
    public String schema() {
      return """
          table medium
          column kind enum(paper, sound)
          column id int
          column pages int for (paper)
          column minutes int for (sound)
          discriminator kind
          primary key (id)
          link parts medium_medium (medium_id int) -> medium (id), (parts_id int) -> medium (id)
          """;
    }

    @Override
    public String schemaHash() {
      return "9365b11fa248eb5d";
    }
  }
}
