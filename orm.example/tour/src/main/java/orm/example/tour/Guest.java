package orm.example.tour;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import orm.spi.lifecycle.ActorSource;

/** Says who writes: a program with a login would ask it. */
@Component(service = ActorSource.class)
public final class Guest implements ActorSource {

  static final String NAME = "guest";

  /** Called by the component runtime. */
  @Activate
  public Guest() {}

  @Override
  public Optional<?> currentActor() {
    return Optional.of(NAME);
  }
}
