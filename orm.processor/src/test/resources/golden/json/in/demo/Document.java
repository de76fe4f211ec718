package demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.annotation.Json;

/** Holds documents. */
@Entity
public record Document(
    @Id int id,
    @Json Node root,
    @Json @Nullable Node spare,
    @Json Optional<Node> other,
    @Json List<Node> nodes,
    @Json List<List<LocalDate>> calendar,
    @Json Map<String, List<Colour>> palettes,
    orm.api.json.Json raw) {

  /** An object that may hold its like. */
  public record Node(
      String name,
      boolean open,
      @Nullable Boolean locked,
      byte tiny,
      short small,
      int size,
      @Nullable Integer limit,
      long bytes,
      float ratio,
      double weight,
      char letter,
      @Nullable Character initial,
      BigDecimal price,
      UUID uuid,
      Instant at,
      Duration lasts,
      Colour colour,
      Optional<String> note,
      List<Node> children,
      Map<String, Integer> counts,
      orm.api.json.Json any) {}

  /** An enum, by name. */
  public enum Colour {
    RED,
    GREEN
  }
}
