/** The catalog: books, authors and their tables. */
@NullMarked
package orm.example.catalog;

import org.jspecify.annotations.NullMarked;
