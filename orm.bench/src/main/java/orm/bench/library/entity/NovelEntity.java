package orm.bench.library.entity;

import static orm.bench.library.Author_.AUTHOR;
import static orm.bench.library.Publisher_.PUBLISHER;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.NullUnmarked;
import orm.bench.library.Novel;
import orm.bench.library.NovelCard;
import orm.bench.library.Sheet;

/** A novel; all lists of tags are read by one statement. */
@Entity
@Table(name = "novel")
@NullUnmarked
public class NovelEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String title;

  @Column(precision = 10, scale = 2)
  private BigDecimal price;

  private LocalDate published;

  @Column(name = "in_print")
  private boolean inPrint;

  private int pages;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "author_id")
  private AuthorEntity author;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "publisher_id")
  private PublisherEntity publisher;

  @ManyToMany
  @JoinTable(
      name = "novel_tag",
      joinColumns = @JoinColumn(name = "novel_id"),
      inverseJoinColumns = @JoinColumn(name = "tag_id"))
  @OrderBy("id")
  @Fetch(FetchMode.SUBSELECT)
  private List<TagEntity> tags = new ArrayList<>();

  /** For Hibernate. */
  protected NovelEntity() {}

  /** The tags by their keys. */
  public List<TagEntity> getTags() {
    return tags;
  }

  /** The same as a record. */
  public Novel plain() {
    return new Novel(
        id,
        title,
        price,
        published,
        inPrint,
        pages,
        AUTHOR.ref(author.getId()),
        PUBLISHER.ref(publisher.getId()));
  }

  /** The same with tags. */
  public NovelCard card() {
    return new NovelCard(
        title, price, published, pages, tags.stream().map(TagEntity::plain).toList());
  }

  /** The same with the rows that it refers to. */
  public Sheet sheet() {
    return new Sheet(plain(), author.plain(), publisher.plain());
  }
}
