/**
 * Publishes what happens to the generations and migrations of databases as events of the Event
 * Admin; {@code docs/container.md} lists the topics.
 */
@NullMarked
package orm.events;

import org.jspecify.annotations.NullMarked;
