/**
 * Gogo commands of scope {@code orm}, on public services only.
 *
 * <p>Any bundle may add commands to the scope, the way Gogo has it: a service with the properties
 * {@code osgi.command.scope=orm} and {@code osgi.command.function}. For {@code orm:help} it says in
 * {@code orm.command.help}, once for each command, {@code <command> <arguments>: <sentence>};
 * further entries for the same command explain it. Properties, and not Gogo's annotations, so that
 * a list of commands neither creates them all nor needs reflection.
 *
 * <p>Commands with options read them from the same entries: {@code <command>: --name VALUE: <what
 * it does>}. So help tells no other options than those that are understood; others are wrong use.
 *
 * <p>A command with {@code orm.command.needs=databases} looks at the databases that are configured:
 * where a container is started for it alone, they are opened first. For
 * {@code orm.command.needs=migrations} it is enough that their migrations are there, which do not
 * wait for a schema that fits.
 *
 * <p>A command prints what it has to say, returns nothing, and throws: an
 * {@link IllegalArgumentException} when it is used wrongly, anything else when it cannot do what it
 * was asked. One that was to look for something ({@code --check}) and found it sets the variable
 * {@code orm.exit} of its session to 3, the code that a process started for it ends with. Secrets
 * are never printed, and never arguments.
 */
@NullMarked
package orm.shell;

import org.jspecify.annotations.NullMarked;
