/**
 * Starts the container.
 *
 * <p>One jar in two places: on the class path {@link orm.dist.Launcher} starts the framework;
 * inside, the same jar is a bundle whose {@link orm.dist.CommandLine} runs one command. They meet
 * in types of the JDK, so that the launcher shares no class with any bundle.
 * {@link orm.dist.TourCommand} is the container's own command.
 */
@NullMarked
package orm.dist;

import org.jspecify.annotations.NullMarked;
