package orm.api.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A JSON value (RFC 8259). Immutable and safe for use by several threads.
 *
 * <p>Equality is that of the data, not of its text: members have no order, and numbers are equal
 * when their values are ({@code 1.0} equals {@code 1}). So a document equals itself after a
 * database has normalised it. Where a text repeats a member, the last one counts, as in
 * PostgreSQL's {@code jsonb}.
 */
@ProviderType
public sealed interface Json {
  /**
   * Parses a JSON text.
   *
   * @param text one complete JSON value
   * @return the value
   * @throws IllegalArgumentException if the text is not JSON; the message names the position
   */
  static Json parse(String text) {
    return new JsonParser(text).parse();
  }

  /** {@return a new, empty builder of an object} */
  static ObjectBuilder object() {
    return new ObjectBuilder();
  }

  /**
   * Makes an array.
   *
   * @param elements the elements; Java null becomes JSON null
   * @return the array
   */
  static JsonArray array(List<? extends @Nullable Json> elements) {
    List<Json> copy = new ArrayList<>(elements.size());
    for (Json element : elements) {
      copy.add(element == null ? JsonNull.NULL : element);
    }
    return new JsonArray(copy);
  }

  /**
   * Makes a string.
   *
   * @param value the text, or null
   * @return the string, or JSON null
   */
  static Json of(@Nullable String value) {
    return value == null ? JsonNull.NULL : new JsonString(value);
  }

  /**
   * Makes a number.
   *
   * @param value the number, or null
   * @return the number, or JSON null
   * @throws IllegalArgumentException if {@code value} is not finite: JSON has no such numbers
   */
  static Json of(@Nullable Number value) {
    if (value == null) {
      return JsonNull.NULL;
    }
    if (value instanceof Double || value instanceof Float) {
      if (!Double.isFinite(value.doubleValue())) {
        throw new IllegalArgumentException("JSON cannot hold " + value);
      }
    }
    return new JsonNumber(
        value instanceof BigDecimal decimal ? decimal : new BigDecimal(value.toString()));
  }

  /**
   * Makes a boolean.
   *
   * @param value the truth value, or null
   * @return the boolean, or JSON null
   */
  static Json of(@Nullable Boolean value) {
    return value == null ? JsonNull.NULL : value ? JsonBoolean.TRUE : JsonBoolean.FALSE;
  }

  /** {@return the null value} */
  static Json ofNull() {
    return JsonNull.NULL;
  }

  /**
   * Returns a member of an object.
   *
   * @param name the member's name
   * @return the member; JSON null if this object lacks it
   * @throws IllegalStateException if this is no object
   */
  default Json get(String name) {
    if (this instanceof JsonObject object) {
      return object.members().getOrDefault(name, JsonNull.NULL);
    }
    throw notA("object");
  }

  /**
   * Returns the elements of an array.
   *
   * @return an unmodifiable list
   * @throws IllegalStateException if this is no array
   */
  default List<Json> elements() {
    if (this instanceof JsonArray array) {
      return array.values();
    }
    throw notA("array");
  }

  /**
   * Returns the text of a string.
   *
   * @return the text
   * @throws IllegalStateException if this is no string
   */
  default String text() {
    if (this instanceof JsonString string) {
      return string.value();
    }
    throw notA("string");
  }

  /**
   * Returns the value of a number.
   *
   * @return the exact value
   * @throws IllegalStateException if this is no number
   */
  default BigDecimal number() {
    if (this instanceof JsonNumber number) {
      return number.value();
    }
    throw notA("number");
  }

  /**
   * Returns the value of a boolean.
   *
   * @return the truth value
   * @throws IllegalStateException if this is no boolean
   */
  default boolean bool() {
    if (this instanceof JsonBoolean bool) {
      return bool == JsonBoolean.TRUE;
    }
    throw notA("boolean");
  }

  /** {@return whether this is JSON null} */
  default boolean isNull() {
    return this == JsonNull.NULL;
  }

  private IllegalStateException notA(String wanted) {
    return new IllegalStateException("expected a JSON " + wanted + ", but found a value of kind "
        + getClass().getSimpleName());
  }

  /** {@return the JSON text, compact, members in the order in which they were added} */
  @Override
  String toString();

  /**
   * An object.
   *
   * @param members the members in order, unmodifiable
   */
  record JsonObject(Map<String, Json> members) implements Json {
    /**
     * Copies the members.
     *
     * @param members the members in order, unmodifiable
     */
    public JsonObject {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    @Override
    public String toString() {
      return JsonWriter.write(this);
    }
  }

  /**
   * An array.
   *
   * @param values the elements, unmodifiable
   */
  record JsonArray(List<Json> values) implements Json {
    /**
     * Copies the elements.
     *
     * @param values the elements, unmodifiable
     */
    public JsonArray {
      values = List.copyOf(values);
    }

    @Override
    public String toString() {
      return JsonWriter.write(this);
    }
  }

  /**
   * A string.
   *
   * @param value the text
   */
  record JsonString(String value) implements Json {
    /**
     * Checks that there is a text.
     *
     * @param value the text
     */
    public JsonString {
      Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
      return JsonWriter.write(this);
    }
  }

  /**
   * A number, exact.
   *
   * @param value the value
   */
  record JsonNumber(BigDecimal value) implements Json {
    /**
     * Checks that there is a value.
     *
     * @param value the value
     */
    public JsonNumber {
      Objects.requireNonNull(value, "value");
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof JsonNumber number && value.compareTo(number.value) == 0;
    }

    @Override
    public int hashCode() {
      return value.stripTrailingZeros().hashCode();
    }

    @Override
    public String toString() {
      return JsonWriter.write(this);
    }
  }

  /** A truth value. */
  enum JsonBoolean implements Json {
    /** True. */
    TRUE,
    /** False. */
    FALSE;

    @Override
    public String toString() {
      return this == TRUE ? "true" : "false";
    }
  }

  /** The null value. */
  enum JsonNull implements Json {
    /** The only one. */
    NULL;

    @Override
    public String toString() {
      return "null";
    }
  }

  /** Collects the members of an object. Not safe for use by several threads. */
  final class ObjectBuilder {
    private final Map<String, Json> members = new LinkedHashMap<>();

    private ObjectBuilder() {}

    /**
     * Adds a member, or replaces the one of this name.
     *
     * @param name the name
     * @param value the value
     * @return this builder
     */
    public ObjectBuilder put(String name, Json value) {
      members.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
      return this;
    }

    /** {@return the object with the members added so far} */
    public JsonObject build() {
      return new JsonObject(members);
    }
  }
}
