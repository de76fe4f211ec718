package orm.processor.write;

import java.util.ArrayList;
import java.util.List;
import orm.processor.model.KeyModel;
import orm.processor.model.ScalarType;
import orm.processor.model.ValueType;

/** Writes how a key is bound, column by column. */
final class KeyCode {
  private final SourceWriter out;

  KeyCode(SourceWriter out) {
    this.out = out;
  }

  /** Binds each column of a key. */
  Expr bind(KeyModel key, String value, String to) {
    return Expr.chain(to, binds(key, value));
  }

  /** One call of {@code bind} for each column of a key. */
  private List<Expr> binds(KeyModel key, String value) {
    List<Expr> binds = new ArrayList<>();
    for (KeyModel.Part part : key.parts()) {
      String access = key.composite() ? value + "." + part.name() + "()" : value;
      if (part instanceof KeyModel.Leading leading) {
        binds.addAll(binds(leading.target().key(), access));
      } else {
        boolean primitiveChar = key.composite()
            && part instanceof KeyModel.Single single
            && single.value() instanceof ValueType.Scalar scalar
            && scalar.type() == ScalarType.CHAR;
        Expr text = Expr.text(access);
        binds.add(Expr.call(
            "bind", primitiveChar ? Expr.call(out.lang("String") + ".valueOf", text) : text));
      }
    }
    return binds;
  }
}
