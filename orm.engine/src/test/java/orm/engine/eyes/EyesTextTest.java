package orm.engine.eyes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import orm.engine.plan.Disclosure;
import orm.spi.listen.CallSite;

class EyesTextTest {
  @Test
  void aCommentCannotBeLeft() {
    CallSite hostile = new CallSite("a*/ drop table b; --", "m?{'", "f\n.java", 7);
    assertEquals(
        "select 1 /* a__ drop table b_ --.m___(f_.java:7) */",
        SqlComment.append("select 1", hostile));
  }

  @Test
  void aPlanKeepsItsNodesAndLosesItsValues() {
    List<String> plan = List.of(
        "Index Scan using t1_pkey on t1  (cost=0.15..8.17 rows=1 width=72)",
        "  Index Cond: (id = 42)",
        "  Filter: ((email = 'it''s'::text) AND (c2 > '-1.5'::numeric) AND (n < 1.5e3))");
    assertEquals(
        List.of(
            "Index Scan using t1_pkey on t1  (cost=0.15..8.17 rows=1 width=72)",
            "  Index Cond: (id = ?)",
            "  Filter: ((email = '?'::text) AND (c2 > '?'::numeric) AND (n < ?))"),
        PlanMask.apply(plan, false));
    assertEquals("  Filter: ***", PlanMask.apply(plan, true).get(2));
    assertEquals(plan.get(0), PlanMask.apply(plan, true).get(0));
  }

  @Test
  void aTextOfSeveralLinesIsHiddenToItsEnd() {
    List<String> plan = List.of(
        "Seq Scan on t  (cost=0.00..1.00 rows=1 width=4)", "  Filter: (a = 'one", "two'::text)");
    assertEquals(List.of(plan.get(0), "  Filter: ***"), PlanMask.apply(plan, true));
    assertEquals(List.of(plan.get(0), "  Filter: (a = '?'"), PlanMask.apply(plan, false));
  }

  @Test
  void aValueThatLooksLikeANodeIsHidden() {
    String node = "hush  (cost=0.00..1.00 rows=1 width=4)";
    List<String> plan = List.of("  Filter: (a = '" + node, node + "'::text)");
    assertEquals(List.of("  Filter: ***"), PlanMask.apply(plan, true));
    assertEquals(List.of("  Filter: (a = '?'"), PlanMask.apply(plan, false));
  }

  @Test
  void longValuesAndManyValuesAreCut() {
    BindText text = new BindText(false);
    text.add(Disclosure.OPEN, "x".repeat(101));
    text.add(Disclosure.OPEN, new byte[7]);
    text.add(Disclosure.OPEN, null);
    text.add(Disclosure.OPEN, Collections.nCopies(200, 1));
    text.add(Disclosure.UNKNOWN, "x");
    for (int i = 0; i < 200; i++) {
      text.add(Disclosure.OPEN, i);
    }
    List<String> shown = text.done();
    assertEquals("'" + "x".repeat(100) + "… (101 characters)'", shown.get(0));
    assertEquals("7 bytes", shown.get(1));
    assertEquals("null", shown.get(2));
    assertEquals("1, … 100 more]", shown.get(3).substring(shown.get(3).lastIndexOf("1,")));
    assertEquals("***", shown.get(4));
    assertEquals(101, shown.size());
    assertEquals("… 105 more", shown.get(100));
  }
}
