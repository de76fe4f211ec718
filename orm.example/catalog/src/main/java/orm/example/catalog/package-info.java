/**
 * The catalog: authors, their books, and what other bundles may do with them.
 *
 * <p>Other bundles compile against the entities, refer to them with {@code Ref<Book>}, query their
 * tables, and ask the {@link orm.example.catalog.Catalog} service to change them.
 */
@Export
@Module(
    name = "catalog",
    entities = {Author.class, Book.class, Review.class})
@Version("1.0.0")
@NullMarked
package orm.example.catalog;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
import orm.api.annotation.Module;
