// Generated from demo.Article; edit that record instead.
package demo;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import orm.api.expression.ComparableColumn;
import orm.api.expression.Source;
import orm.api.expression.TextColumn;
import orm.api.expression.TextIndex;
import orm.api.model.EntityTable;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;

/** Table {@code article}, whose rows are {@link Article}. */
@Generated("orm.processor")
@NullMarked
final class Article_ extends EntityTable<Article, Long> {
  /** The table under its own name. */
  public static final Article_ ARTICLE = new Article_(Source.root());

  /** Column {@code id}. */
  public final ComparableColumn<Article, Long> id =
      new ComparableColumn<>(source, "id", Long.class);

  /** Column {@code title}. */
  public final TextColumn<Article> title = new TextColumn<>(source, "title");

  /** Column {@code summary}. */
  public final TextColumn<Article> summary = new TextColumn<>(source, "summary");

  /** The columns of {@code place}. */
  public final Place_<Article> place = new Place_<>(source, "place_");

  /** Text index {@code article_summary_text}. */
  public final TextIndex<Article> summaryText = new TextIndex<>(source, "article_summary_text");

  /** Text index {@code article_title_place_city_text}. */
  public final TextIndex<Article> titlePlaceCityText =
      new TextIndex<>(source, "article_title_place_city_text");

  /** Text index {@code article_stems}. */
  public final TextIndex<Article> articleStems = new TextIndex<>(source, "article_stems");

  /** What may be null; compilers do not see it in the class file of the record. */
  static final String NULLABLE_COMPONENTS = "id, summary";

  /** Makes an instance of the table, for a path or an alias. */
  public Article_(Source<Article> source) {
    super("article", source, Mapping.INSTANCE);
  }

  @Override
  public Article_ as(String alias) {
    return new Article_(source.as(alias));
  }

  /** A copy to be changed: {@code Article_.edit(article).title(…).done()}. */
  public static Edit edit(Article article) {
    return new Edit(article);
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Article, Long> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Article read(Row row) {
      return new Article(row.nextLong(), row.nextText(), row.nextTextOrNull(), Place_.read(row));
    }

    @Override
    public void write(Article article, Binder out) {
      out.bind(article.id());
      out.bind(article.title());
      out.bind(article.summary());
      Place_.write(article.place(), out);
    }

    @Override
    public Article beforeInsert(Article article, Stamp stamp) {
      return article;
    }

    @Override
    public Article beforeUpdate(Article article, Stamp stamp) {
      return article;
    }

    @Override
    public Article withGenerated(Article article, Row row) {
      return edit(article).id(row.nextLong()).done();
    }

    @Override
    public Article withNextVersion(Article article) {
      return article;
    }

    @Override
    public @Nullable Long key(Article article) {
      return article.id();
    }

    @Override
    public void writeKey(Long key, Binder out) {
      out.bind(key);
    }

    @Override
    public String schema() {
      return """
          table article
          column id bigint identity
          column title text
          column summary text null
          column place_street text component place.street
          column place_city text component place.city
          primary key (id)
          index article_summary_text (summary) language simple
          index article_title_place_city_text (title, place_city) language simple
          index article_stems (title) language english
          """;
    }

    @Override
    public String schemaHash() {
      return "b83e5a191c3dce09";
    }
  }

  /** Changes components of {@link Article} one by one. */
  public static final class Edit {
    private @Nullable Long id;
    private String title;
    private @Nullable String summary;
    private Article.Place place;

    private Edit(Article article) {
      id = article.id();
      title = article.title();
      summary = article.summary();
      place = article.place();
    }

    /** Changes {@code id}. */
    public Edit id(@Nullable Long id) {
      this.id = id;
      return this;
    }

    /** Changes {@code title}. */
    public Edit title(String title) {
      this.title = title;
      return this;
    }

    /** Changes {@code summary}. */
    public Edit summary(@Nullable String summary) {
      this.summary = summary;
      return this;
    }

    /** Changes {@code place}. */
    public Edit place(Article.Place place) {
      this.place = place;
      return this;
    }

    /** {@return the record with the changes} */
    public Article done() {
      return new Article(id, title, summary, place);
    }
  }
}
