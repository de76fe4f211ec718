/**
 * Decides what may be served from memory. {@link orm.engine.cache.DatabaseCache} is the entry: it
 * counts the writes to each table, and a value is served only while no count has moved since before
 * it was read. Stores come from plugins and are not trusted with any of this.
 */
@NullMarked
package orm.engine.cache;

import org.jspecify.annotations.NullMarked;
