/**
 * Health checks for Apache Felix Health Checks: each database has one, and its migrations another
 * one; {@code docs/container.md} says what they look at.
 */
@NullMarked
package orm.health;

import org.jspecify.annotations.NullMarked;
