package orm.test.filter;

import java.util.List;
import orm.api.annotation.Path;
import orm.api.annotation.Projection;

/** A document with what belongs to it. */
@Projection(Doc.class)
public record DocCard(String title, @Path("team.name") String teamName, List<LabelCard> labels) {
  /** The label of a document. */
  @Projection(Label.class)
  public record LabelCard(String code) {}
}
