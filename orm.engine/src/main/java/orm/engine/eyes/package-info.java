/**
 * Looks on while a database is used: logs, tells listeners, keeps statistics, and finds what goes
 * wrong slowly. Nothing is made while nobody asked for it.
 */
@NullMarked
package orm.engine.eyes;

import org.jspecify.annotations.NullMarked;
