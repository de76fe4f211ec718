/** Where migration files are found, and what they say. */
@NullMarked
package orm.migration.file;

import org.jspecify.annotations.NullMarked;
