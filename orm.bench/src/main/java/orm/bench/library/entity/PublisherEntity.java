package orm.bench.library.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import orm.bench.library.Publisher;

/** A publisher. */
@Entity
@Table(name = "publisher")
@NullUnmarked
public class PublisherEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String name;
  private String city;

  /** For Hibernate. */
  protected PublisherEntity() {}

  /** The key, without reading the row. */
  public Long getId() {
    return id;
  }

  /** The same as a record. */
  public Publisher plain() {
    return new Publisher(id, name, city);
  }
}
