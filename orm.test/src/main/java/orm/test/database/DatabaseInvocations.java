package orm.test.database;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Makes one invocation of a test for each database. */
final class DatabaseInvocations implements TestTemplateInvocationContextProvider {
  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    Optional<Only> only = context.getTestMethod().map(method -> method.getAnnotation(Only.class));
    return Arrays.stream(DatabaseKind.values())
        .filter(kind -> only.isEmpty() || only.get().value() == kind)
        .map(Invocation::new);
  }

  private record Invocation(DatabaseKind kind) implements TestTemplateInvocationContext {
    @Override
    public String getDisplayName(int index) {
      return kind.name();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(new Lending(kind));
    }
  }

  /** Opens the database when the test asks for it, and checks it when the test has ended. */
  private static final class Lending implements ParameterResolver, AfterEachCallback {
    private final DatabaseKind kind;
    private Optional<TestDatabase> lent = Optional.empty();

    Lending(DatabaseKind kind) {
      this.kind = kind;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == TestDatabase.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      TestDatabase database = TestDatabase.create(kind);
      lent = Optional.of(database);
      return database;
    }

    @Override
    public void afterEach(ExtensionContext context) {
      lent.ifPresent(database -> database.finish(context.getExecutionException().isPresent()));
    }
  }
}
