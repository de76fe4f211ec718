package orm.test.proof;

import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.json.Json;

/** Any text, by itself and as the name and value of a JSON member. */
@Entity
public record Sheet(@Id int id, String text, Json body) {}
