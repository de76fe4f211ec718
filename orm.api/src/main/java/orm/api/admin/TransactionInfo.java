package orm.api.admin;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A transaction while it runs.
 *
 * @param id its number in this process
 * @param label the name that its caller gave it; empty for none
 * @param readOnly whether it only reads
 * @param thread the name of its thread
 * @param since when it began
 * @param statements how many statements it has sent
 * @param idle how long it has sent none; zero while one runs
 * @param callSite the line that began it, where it is looked for
 */
public record TransactionInfo(
    long id,
    String label,
    boolean readOnly,
    String thread,
    Instant since,
    long statements,
    Duration idle,
    Optional<String> callSite) {}
