import orm.api.annotation.Entity;
import orm.api.annotation.Id;

/** In the unnamed package. */
@Entity
public record Unnamed(@Id int id, String text) {}
