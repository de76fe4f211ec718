/**
 * Writes what listeners are told into the JDK's flight recorder: one component for each kind of
 * listener, each with the {@link orm.jfr.FlightEvent}s that it knows.
 *
 * <p>The recorder is an onlooker: where it fails, its events are missing and nothing else is.
 */
@NullMarked
package orm.jfr;

import org.jspecify.annotations.NullMarked;
