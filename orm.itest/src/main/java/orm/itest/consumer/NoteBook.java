package orm.itest.consumer;

import static java.util.stream.Collectors.toMap;
import static orm.itest.consumer.Note_.NOTE;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import orm.api.Database;
import orm.api.error.DuplicateKeyException;
import orm.spi.listen.StatementEvent;
import orm.spi.listen.StatementListener;

/**
 * Writes a note, and tells how often each note was read. Uses the API as an application does, and
 * implements a part of it. Offered as a type of the JDK, because each consumer has classes of its
 * own.
 */
public final class NoteBook
    implements BundleActivator, StatementListener, Function<String, Map<String, Integer>> {
  private final AtomicInteger heard = new AtomicInteger();
  private @Nullable Database db;

  @Override
  public void start(BundleContext context) throws InvalidSyntaxException {
    List<ServiceReference<Database>> databases =
        List.copyOf(context.getServiceReferences(Database.class, "(orm.database=contract)"));
    db = context.getService(databases.get(0));
    var unused = context.registerService(
        new String[] {Function.class.getName(), StatementListener.class.getName()},
        this,
        FrameworkUtil.asDictionary(
            Map.of("orm.itest.consumer", context.getBundle().getSymbolicName())));
  }

  @Override
  public void stop(BundleContext context) {
    db = null;
  }

  @Override
  public void executed(StatementEvent event) {
    heard.incrementAndGet();
  }

  @Override
  public Map<String, Integer> apply(String title) {
    Database database = db;
    if (database == null) {
      throw new IllegalStateException("not started");
    }
    Note unused = database.insert(NOTE, new Note(null, title, 0, 0));
    try {
      throw new IllegalStateException(
          "twice: " + database.insert(NOTE, new Note(null, title, 0, 0)));
    } catch (DuplicateKeyException expected) {
      // as it should be
    }
    database.inTransaction(tx -> {
      for (Note note : tx.from(NOTE).where(NOTE.title.ne(title)).list()) {
        Note ignored =
            tx.update(NOTE, Note_.edit(note).readers(note.readers() + 1).done());
      }
    });
    if (heard.get() == 0) {
      throw new IllegalStateException("told of no statement");
    }
    return database.from(NOTE).orderBy(NOTE.title.asc()).list().stream()
        .collect(toMap(Note::title, Note::readers));
  }
}
