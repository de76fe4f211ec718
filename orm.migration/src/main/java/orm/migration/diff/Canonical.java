package orm.migration.diff;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import orm.api.catalog.CatalogCheck;
import orm.api.catalog.CatalogColumn;
import orm.api.catalog.CatalogDomain;
import orm.api.catalog.CatalogForeignKey;
import orm.api.catalog.CatalogIndex;
import orm.api.catalog.CatalogKey;

/** Parts of a catalog in the form by which they are compared: names and comments are left out. */
final class Canonical {
  private final SqlText text;

  Canonical(SqlText text) {
    this.text = text;
  }

  CatalogColumn column(CatalogColumn column) {
    return new CatalogColumn(
        column.name(),
        Objects.requireNonNullElse(text.normal(column.type()), ""),
        column.nullable(),
        column.generation(),
        text.normal(column.sql()),
        column.collation(),
        null);
  }

  CatalogKey key(CatalogKey key) {
    return new CatalogKey(null, key.columns(), key.nullsDistinct(), key.checkTime());
  }

  String check(CatalogCheck check) {
    return Objects.requireNonNullElse(text.normal(check.sql()), "");
  }

  CatalogForeignKey foreignKey(CatalogForeignKey key) {
    return new CatalogForeignKey(
        null,
        key.columns(),
        key.target(),
        key.targetColumns(),
        key.onDelete(),
        key.onUpdate(),
        key.matchFull(),
        key.checkTime());
  }

  CatalogIndex index(CatalogIndex index) {
    return new CatalogIndex(
        "",
        index.unique(),
        index.method(),
        index.parts().stream()
            .map(part -> new CatalogIndex.Part(
                part.column(),
                text.normal(part.sql()),
                part.collation(),
                part.operators(),
                part.descending(),
                part.nullsFirst()))
            .toList(),
        index.included(),
        text.normal(index.where()),
        index.nullsDistinct(),
        null);
  }

  CatalogDomain domain(CatalogDomain domain) {
    return new CatalogDomain(
        domain.name(),
        domain.type(),
        domain.nullable(),
        text.normal(domain.defaultSql()),
        domain.checks().stream()
            .map(check -> new CatalogCheck(check.name(), check(check)))
            .toList(),
        null);
  }

  /** A database makes names up for what has none, so that no name is like every name. */
  static boolean sameName(@Nullable String one, @Nullable String other) {
    return one == null || other == null || one.equals(other);
  }
}
