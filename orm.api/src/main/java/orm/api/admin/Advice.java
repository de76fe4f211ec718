package orm.api.admin;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that a database was watched for and that was found.
 *
 * @param kind what it is
 * @param found what was found, where, and since when; without values
 * @param fix what to do about it
 * @param sql the statement; empty where it is about none
 * @param callSite the line of the program; empty where it is about none
 * @param at when it was found first
 * @param count how often it was found
 */
public record Advice(
    Kind kind,
    String found,
    String fix,
    Optional<String> sql,
    Optional<String> callSite,
    Instant at,
    long count) {
  /** What databases are watched for. */
  public enum Kind {
    /** One line sends the same statement again and again in one transaction. */
    N_PLUS_ONE,
    /** A foreign key has no index. */
    MISSING_INDEX,
    /** A transaction or stream keeps its connection for longer than {@code pool.leak}. */
    LEAK,
    /** A transaction has sent no statement for longer than {@code detect.idle}. */
    IDLE_IN_TRANSACTION
  }
}
