package orm.bench.library.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import orm.bench.library.Tag;

/** A word that novels are found by. */
@Entity
@Table(name = "tag")
@NullUnmarked
public class TagEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String name;

  /** For Hibernate. */
  protected TagEntity() {}

  /** The same as a record. */
  public Tag plain() {
    return new Tag(id, name);
  }
}
