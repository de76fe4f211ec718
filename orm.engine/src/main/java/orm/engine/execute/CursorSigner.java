package orm.engine.execute;

import java.security.GeneralSecurityException;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Signs cursors with one secret (HMAC-SHA256, RFC 2104). Safe for use by several threads. */
public final class CursorSigner {
  private static final String ALGORITHM = "HmacSHA256";

  private final byte[] secret;

  /** One that nobody uses now, since making one takes longer than signing. */
  private final AtomicReference<@Nullable Mac> idle = new AtomicReference<>();

  /**
   * Makes a signer.
   *
   * @param secret what is signed with
   */
  public CursorSigner(byte[] secret) {
    this.secret = secret.clone();
  }

  byte[] sign(byte[] query, byte[] payload) {
    Mac kept = idle.getAndSet(null);
    Mac mac = kept == null ? create() : kept;
    mac.update(query);
    byte[] signature = mac.doFinal(payload);
    idle.set(mac); // ready for the next one: the end of a signature is the beginning of another
    return signature;
  }

  private Mac create() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      return mac;
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, missing);
    }
  }
}
