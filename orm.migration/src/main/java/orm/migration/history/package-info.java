/** What has run, as the database remembers it. */
@NullMarked
package orm.migration.history;

import org.jspecify.annotations.NullMarked;
