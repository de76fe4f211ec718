package orm.migration.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import orm.api.catalog.Catalog;
import orm.api.catalog.CatalogOther;
import orm.spi.dialect.ChangeWriter;
import orm.spi.dialect.Connector;
import orm.spi.dialect.LexicalFeature;
import orm.spi.sql.SqlLexer;

/**
 * Compares two catalogs of one kind of database. What a model makes of an empty database is a
 * catalog too ({@link Connector#catalogOf}). Immutable and safe for use by several threads.
 */
public final class Differ {
  private final ChangeWriter dialect;
  private final SqlText text;

  /**
   * Makes a differ.
   *
   * @param connector reaches a database of that kind
   */
  public Differ(Connector connector) {
    this(connector.changeWriter(), connector.syntax().lexicalFeatures());
  }

  Differ(ChangeWriter dialect, Set<LexicalFeature> features) {
    this.dialect = dialect;
    this.text = new SqlText(new SqlLexer(features), dialect.ignoresCase());
  }

  /**
   * Finds the changes that make one database like another one.
   *
   * @param before what is there
   * @param after what shall be there
   * @param options renamed and kept objects
   * @return the difference
   */
  public CatalogDiff compare(Catalog before, Catalog after, DiffOptions options) {
    Catalog there = Target.without(before, options.ignored());
    Catalog wish = Target.without(after, options.ignored());
    Renaming renaming = new Renaming(there, wish, options, text);
    Catalog target = Target.of(renaming.renamed(), wish, options, text);
    Comparison comparison = new Comparison(renaming, target, dialect, text);
    return new CatalogDiff(
        there,
        comparison.changes(),
        target,
        new RenameSuggestions(renaming.renamed(), target).found(),
        onlyInOne(there.others(), wish.others(), options));
  }

  private static List<CatalogOther> onlyInOne(
      List<CatalogOther> there, List<CatalogOther> wished, DiffOptions options) {
    List<CatalogOther> found = new ArrayList<>(wished);
    found.removeAll(there);
    if (options.kept().isEmpty()) {
      there.stream().filter(other -> !wished.contains(other)).forEach(found::add);
    }
    return found;
  }
}
