package orm.api.query;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import orm.api.expression.Selectable;

/** What a mutation gives back; the rows are read before it is final, so they are all at hand. */
record MutationResults<R>(Runner runner, MutationTree<?> tree, Selectable<R> result)
    implements Results<R> {
  @Override
  public List<R> list() {
    return runner.returning(tree, result);
  }

  @Override
  public Optional<R> first() {
    return present(list());
  }

  @Override
  public Optional<R> find() {
    return present(runner.returning(tree.counting(tree.leastRows(), 1), result));
  }

  @Override
  public R one() {
    return runner.returning(tree.counting(1, 1), result).get(0);
  }

  private static <R> Optional<R> present(List<R> rows) {
    return rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.get(0));
  }

  @Override
  public void forEach(Consumer<? super R> action) {
    list().forEach(action);
  }

  @Override
  public <X> X stream(Function<? super Stream<R>, ? extends X> use) {
    return use.apply(list().stream());
  }
}
