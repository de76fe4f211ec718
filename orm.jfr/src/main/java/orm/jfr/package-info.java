/**
 * Writes what listeners are told into the JDK's flight recorder: swaps always, and statements,
 * transactions and waits while {@link orm.jfr.Recordings} knows that something records.
 *
 * <p>The recorder is an onlooker: where it fails, its events are missing and nothing else is.
 */
@NullMarked
package orm.jfr;

import org.jspecify.annotations.NullMarked;
