// Generated from demo.Character; edit that record instead.
package demo;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import orm.api.expression.ComparableColumn;
import orm.api.expression.Source;
import orm.api.model.EntityTable;
import orm.api.model.Ref;
import orm.api.model.RefColumn;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Stamp;

/** Table {@code character}, whose rows are {@link Character}. */
@Generated("orm.processor")
@NullMarked
public final class Character_ extends EntityTable<Character, java.lang.Character> {
  /** The table under its own name. */
  public static final Character_ CHARACTER = new Character_(Source.root());

  /** Column {@code letter}. */
  public final ComparableColumn<Character, java.lang.Character> letter =
      new ComparableColumn<>(source, "letter", java.lang.Character.class);

  /** Column {@code small}. */
  public final ComparableColumn<Character, java.lang.Character> small =
      new ComparableColumn<>(source, "small", java.lang.Character.class);

  /** Columns {@code row_key_switch_number}, {@code row_key_number}, {@code row_letter}. */
  public final RefColumn<Character, Row, Row_.Key> row =
      new RefColumn<>(this, "row", Mapping::rowKey);

  /** What may be null; compilers do not see it in the class file of the record. */
  static final String NULLABLE_COMPONENTS = "small";

  private @Nullable Row_ rowPath;

  /** Makes an instance of the table, for a path or an alias. */
  public Character_(Source<Character> source) {
    super("character", source, Mapping.INSTANCE);
  }

  @Override
  public Character_ as(String alias) {
    return new Character_(source.as(alias));
  }

  @Override
  public EntityTable<?, ?> target(String component) {
    return switch (component) {
      case "row" -> Row_.ROW;
      default -> super.target(component);
    };
  }

  /** The row that {@code row} leads to, joined if it is used. */
  public Row_ row() {
    Row_ path = rowPath;
    if (path == null) {
      path = new Row_(row.path());
      rowPath = path;
    }
    return path;
  }

  /** A copy to be changed: {@code Character_.edit(character).small(…).done()}. */
  public static Edit edit(Character character) {
    return new Edit(character);
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Character, java.lang.Character> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Character read(orm.spi.mapping.Row row) {
      return new Character(
          row.nextChar(),
          row.nextCharOrNull(),
          Row_.ROW.ref(new Row_.Key(new Key_.Key(row.nextInt(), row.nextInt()), row.nextChar())));
    }

    @Override
    public void write(Character character, Binder out) {
      out.bind(String.valueOf(character.letter()));
      out.bind(character.small());
      bindKey(character.row(), 3, out);
    }

    @Override
    public Character beforeInsert(Character character, Stamp stamp) {
      return character;
    }

    @Override
    public Character beforeUpdate(Character character, Stamp stamp) {
      return character;
    }

    @Override
    public Character withGenerated(Character character, orm.spi.mapping.Row row) {
      return character;
    }

    @Override
    public Character withNextVersion(Character character) {
      return character;
    }

    @Override
    public java.lang.Character key(Character character) {
      return character.letter();
    }

    @Override
    public void writeKey(java.lang.Character key, Binder out) {
      out.bind(key);
    }

    @Override
    public String schema() {
      return """
          table character
          column letter text(1)
          column small text(1) null
          column row_key_switch_number int component row.key.switchNumber
          column row_key_number int component row.key.number
          column row_letter text(1) component row.letter
          primary key (letter)
          reference row (row_key_switch_number, row_key_number, row_letter) -> row \
          (key_switch_number, key_number, letter)
          """;
    }

    @Override
    public String schemaHash() {
      return "ffe236cf7ccc1a13";
    }

    static Row_.Key rowKey(orm.spi.mapping.Row row) {
      if (row.nextAreNull(3)) {
        row.skip(3);
        return null;
      }
      return new Row_.Key(new Key_.Key(row.nextInt(), row.nextInt()), row.nextChar());
    }

    static void bindKey(Ref<?> ref, int columns, Binder out) {
      if (ref == null) {
        out.bindNulls(columns);
      } else {
        ref.writeKey(out);
      }
    }
  }

  /** Changes components of {@link Character} one by one. */
  public static final class Edit {
    private char letter;
    private java.lang.@Nullable Character small;
    private Ref<Row> row;

    private Edit(Character character) {
      letter = character.letter();
      small = character.small();
      row = character.row();
    }

    /** Changes {@code letter}. */
    public Edit letter(char letter) {
      this.letter = letter;
      return this;
    }

    /** Changes {@code small}. */
    public Edit small(java.lang.@Nullable Character small) {
      this.small = small;
      return this;
    }

    /** Changes {@code row}. */
    public Edit row(Ref<Row> row) {
      this.row = row;
      return this;
    }

    /** {@return the record with the changes} */
    public Character done() {
      return new Character(letter, small, row);
    }
  }
}
