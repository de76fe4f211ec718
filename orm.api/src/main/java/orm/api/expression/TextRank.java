package orm.api.expression;

import org.osgi.annotation.versioning.ProviderType;

/** How well texts fit a query; see {@link TextIndex#rank(String)}. */
@ProviderType
public interface TextRank extends NumberExpression<Double> {}
