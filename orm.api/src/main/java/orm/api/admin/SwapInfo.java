package orm.api.admin;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An attempt to replace the generation that serves.
 *
 * @param at when it began
 * @param reason why, such as {@code orm.dialect.sqlite 0.2.0 has come}
 * @param from the number of the generation before; 0 if there was none
 * @param to the number of the generation after; 0 if none was opened
 * @param preparing how long it took to open the new generation, fill its pool and check it
 * @param paused how long calls had to wait; zero where both generations stood side by side
 * @param waited how many calls waited meanwhile
 * @param drained how long the last ones stayed in the generation before; empty while they are there
 * @param error why the newcomer was refused; empty if it serves
 */
public record SwapInfo(
    Instant at,
    String reason,
    int from,
    int to,
    Duration preparing,
    Duration paused,
    long waited,
    Optional<Duration> drained,
    Optional<String> error) {}
