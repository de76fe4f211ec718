// Generated from demo.Token; edit that record instead.
package demo;

import java.util.UUID;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import orm.api.expression.ComparableColumn;
import orm.api.expression.NumberColumn;
import orm.api.expression.Source;
import orm.api.model.EntityTable;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;

/** Table {@code token}, whose rows are {@link Token}. */
@Generated("orm.processor")
@NullMarked
public final class Token_ extends EntityTable<Token, UUID> {
  /** The table under its own name. */
  public static final Token_ TOKEN = new Token_(Source.root());

  /** Column {@code id}. */
  public final ComparableColumn<Token, UUID> id = new ComparableColumn<>(source, "id", UUID.class);

  /** Column {@code uses}. */
  public final NumberColumn<Token, Integer> uses =
      new NumberColumn<>(source, "uses", Integer.class);

  /** What may be null; compilers do not see it in the class file of the record. */
  static final String NULLABLE_COMPONENTS = "id";

  /** Makes an instance of the table, for a path or an alias. */
  public Token_(Source<Token> source) {
    super("token", source, Mapping.INSTANCE);
  }

  @Override
  public Token_ as(String alias) {
    return new Token_(source.as(alias));
  }

  /** A copy to be changed: {@code Token_.edit(token).uses(…).done()}. */
  public static Edit edit(Token token) {
    return new Edit(token);
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Token, UUID> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Token read(Row row) {
      return new Token(row.nextUuid(), row.nextInt());
    }

    @Override
    public void write(Token token, Binder out) {
      out.bind(token.id());
      out.bind(token.uses());
    }

    @Override
    public Token beforeInsert(Token token, Stamp stamp) {
      UUID id = token.id() != null ? token.id() : stamp.newUuid();
      if (id == token.id()) {
        return token;
      }
      return edit(token).id(id).done();
    }

    @Override
    public Token beforeUpdate(Token token, Stamp stamp) {
      return token;
    }

    @Override
    public Token withGenerated(Token token, Row row) {
      return token;
    }

    @Override
    public Token withNextVersion(Token token) {
      return token;
    }

    @Override
    public @Nullable UUID key(Token token) {
      return token.id();
    }

    @Override
    public void writeKey(UUID key, Binder out) {
      out.bind(key);
    }

    @Override
    public String schema() {
      return """
          table token
          column id uuid uuid7
          column uses int
          primary key (id)
          """;
    }

    @Override
    public String schemaHash() {
      return "d4273be210cbaad9";
    }
  }

  /** Changes components of {@link Token} one by one. */
  public static final class Edit {
    private @Nullable UUID id;
    private int uses;

    private Edit(Token token) {
      id = token.id();
      uses = token.uses();
    }

    /** Changes {@code id}. */
    public Edit id(@Nullable UUID id) {
      this.id = id;
      return this;
    }

    /** Changes {@code uses}. */
    public Edit uses(int uses) {
      this.uses = uses;
      return this;
    }

    /** {@return the record with the changes} */
    public Token done() {
      return new Token(id, uses);
    }
  }
}
