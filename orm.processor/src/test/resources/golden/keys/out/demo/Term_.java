// Generated from demo.Term; edit that record instead.
package demo;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import orm.api.expression.ComparableColumn;
import orm.api.expression.NumberColumn;
import orm.api.expression.Source;
import orm.api.model.EntityTable;
import orm.api.model.Ref;
import orm.api.model.RefColumn;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;

/** Table {@code term}, whose rows are {@link Term}. */
@Generated("orm.processor")
@NullMarked
public final class Term_ extends EntityTable<Term, Term_.Key> {
  /** The table under its own name. */
  public static final Term_ TERM = new Term_(Source.root());

  /** Columns {@code mayor_city_country_id}, {@code mayor_city_region}, {@code mayor_city_kind}. */
  public final RefColumn<Term, Mayor, City_.Key> mayor =
      new RefColumn<>(this, "mayor", Mapping::mayorKey);

  /** Column {@code year}. */
  public final ComparableColumn<Term, Integer> year =
      new ComparableColumn<>(source, "year", Integer.class);

  /** Column {@code votes}. */
  public final NumberColumn<Term, Integer> votes =
      new NumberColumn<>(source, "votes", Integer.class);

  private @Nullable Mayor_ mayorPath;

  /** Makes an instance of the table, for a path or an alias. */
  public Term_(Source<Term> source) {
    super("term", source, Mapping.INSTANCE);
  }

  @Override
  public Term_ as(String alias) {
    return new Term_(source.as(alias));
  }

  @Override
  public EntityTable<?, ?> target(String component) {
    return switch (component) {
      case "mayor" -> Mayor_.MAYOR;
      default -> super.target(component);
    };
  }

  /** The row that {@code mayor} leads to, joined if it is used. */
  public Mayor_ mayor() {
    Mayor_ path = mayorPath;
    if (path == null) {
      path = new Mayor_(mayor.path());
      mayorPath = path;
    }
    return path;
  }

  /** A copy to be changed: {@code Term_.edit(term).year(…).done()}. */
  public static Edit edit(Term term) {
    return new Edit(term);
  }

  /** The key of {@link Term}: the raw values of its components. */
  public record Key(City_.Key mayor, int year) {}

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Term, Key> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Term read(Row row) {
      return new Term(
          Mayor_.MAYOR.ref(
              new City_.Key(row.nextText(), row.nextChar(), row.nextEnum(City.Kind.class))),
          row.nextInt(),
          row.nextInt());
    }

    @Override
    public void write(Term term, Binder out) {
      bindKey(term.mayor(), 3, out);
      out.bind(term.year());
      out.bind(term.votes());
    }

    @Override
    public Term beforeInsert(Term term, Stamp stamp) {
      return term;
    }

    @Override
    public Term beforeUpdate(Term term, Stamp stamp) {
      return term;
    }

    @Override
    public Term withGenerated(Term term, Row row) {
      return term;
    }

    @Override
    public Term withNextVersion(Term term) {
      return term;
    }

    @Override
    public Key key(Term term) {
      return new Key(Mayor_.MAYOR.key(term.mayor()), term.year());
    }

    @Override
    public void writeKey(Key key, Binder out) {
      out
          .bind(key.mayor().country())
          .bind(String.valueOf(key.mayor().region()))
          .bind(key.mayor().kind())
          .bind(key.year());
    }

    @Override
    public String schema() {
      return """
          table term
          column mayor_city_country_id text(2) component mayor.city.country
          column mayor_city_region text(1) component mayor.city.region
          column mayor_city_kind enum(BIG, SMALL) component mayor.city.kind
          column year int
          column votes int
          primary key (mayor_city_country_id, mayor_city_region, mayor_city_kind, year)
          reference mayor (mayor_city_country_id, mayor_city_region, mayor_city_kind) -> mayor \
          (city_country_id, city_region, city_kind)
          """;
    }

    @Override
    public String schemaHash() {
      return "c62abfbce33ee6d1";
    }

    static City_.Key mayorKey(Row row) {
      if (row.nextAreNull(3)) {
        row.skip(3);
        return null;
      }
      return new City_.Key(row.nextText(), row.nextChar(), row.nextEnum(City.Kind.class));
    }

    static void bindKey(Ref<?> ref, int columns, Binder out) {
      if (ref == null) {
        out.bindNulls(columns);
      } else {
        ref.writeKey(out);
      }
    }
  }

  /** Changes components of {@link Term} one by one. */
  public static final class Edit {
    private Ref<Mayor> mayor;
    private int year;
    private int votes;

    private Edit(Term term) {
      mayor = term.mayor();
      year = term.year();
      votes = term.votes();
    }

    /** Changes {@code mayor}. */
    public Edit mayor(Ref<Mayor> mayor) {
      this.mayor = mayor;
      return this;
    }

    /** Changes {@code year}. */
    public Edit year(int year) {
      this.year = year;
      return this;
    }

    /** Changes {@code votes}. */
    public Edit votes(int votes) {
      this.votes = votes;
      return this;
    }

    /** {@return the record with the changes} */
    public Term done() {
      return new Term(mayor, year, votes);
    }
  }
}
