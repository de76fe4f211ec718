package orm.engine.generation;

import orm.engine.plan.MutationPlanner;
import orm.engine.plan.Planner;
import orm.engine.plan.TableModels;
import orm.engine.render.MutationRenderer;
import orm.engine.render.SelectRenderer;
import orm.engine.render.TextRenderer;
import orm.spi.dialect.SqlSyntax;
import orm.spi.sql.SqlLexer;

/**
 * What plans statements of the query language and writes their text, and reads what was written by
 * hand. Made with the first of them: who starts a program to find one row shall not load it all.
 */
final class Writing {
  final Planner planner;
  final SelectRenderer renderer;
  final MutationPlanner mutationPlanner;
  final MutationRenderer mutationRenderer;
  final TextRenderer textRenderer;
  final SqlLexer lexer;

  Writing(TableModels models, SqlSyntax syntax) {
    this.planner = new Planner(models, syntax::isOrdered, syntax.maxIdentifierBytes());
    this.renderer = new SelectRenderer(syntax);
    this.mutationPlanner = new MutationPlanner(planner);
    this.mutationRenderer = new MutationRenderer(syntax, renderer);
    this.textRenderer = new TextRenderer(syntax);
    this.lexer = new SqlLexer(syntax.lexicalFeatures());
  }
}
