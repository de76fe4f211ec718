package orm.bench.library.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.NullUnmarked;
import orm.bench.library.Author;
import orm.bench.library.AuthorPage;
import orm.bench.library.Family;

/** An author; all lists of novels are read by one statement. */
@Entity
@Table(name = "author")
@NullUnmarked
public class AuthorEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String name;
  private String country;

  @OneToMany(mappedBy = "author")
  @OrderBy("id")
  @Fetch(FetchMode.SUBSELECT)
  private List<NovelEntity> novels = new ArrayList<>();

  /** For Hibernate. */
  protected AuthorEntity() {}

  /** The key, without reading the row. */
  public Long getId() {
    return id;
  }

  /** The novels by their keys. */
  public List<NovelEntity> getNovels() {
    return novels;
  }

  /** The same as a record. */
  public Author plain() {
    return new Author(id, name, country);
  }

  /** The same with novels and tags. */
  public AuthorPage page() {
    return new AuthorPage(name, novels.stream().map(NovelEntity::card).toList());
  }

  /** The same with novels. */
  public Family family() {
    return new Family(plain(), novels.stream().map(NovelEntity::plain).toList());
  }
}
